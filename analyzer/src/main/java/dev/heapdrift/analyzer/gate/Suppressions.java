package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.json.JsonFileException;
import dev.heapdrift.analyzer.json.StrictJson;
import java.nio.file.Path;
import java.util.List;

/**
 * Rules that leave findings out.
 *
 * @param rules the first that matches decides
 */
public record Suppressions(List<Suppression> rules) {
  /** Names the form of the file. */
  public static final String SCHEMA = "heapdrift-suppressions/1";

  /** No rule. */
  public static final Suppressions NONE = new Suppressions(List.of());

  /** Copies the list. */
  public Suppressions {
    rules = List.copyOf(rules);
  }

  /**
   * The file as it is written.
   *
   * @param schema names this form
   * @param suppressions see {@link Suppression}
   */
  record Content(String schema, List<Suppression> suppressions) {
    Content {
      suppressions = Written.list(schema, SCHEMA, suppressions, "suppressions");
    }
  }

  /**
   * Reads a file.
   *
   * @throws JsonFileException when it cannot be read or understood
   */
  public static Suppressions read(Path file) throws JsonFileException {
    return new Suppressions(StrictJson.read(file, Content.class).suppressions());
  }
}
