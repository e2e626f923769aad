package dev.heapdrift.analyzer.catalogue;

import dev.heapdrift.analyzer.json.JsonFileException;
import dev.heapdrift.analyzer.json.StrictJson;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the JSON of a catalogue. */
final class CatalogueReader {
  private static final String SCHEMA = "heapdrift-catalogue/1";

  private CatalogueReader() {}

  /**
   * The file as it is written.
   *
   * @param schema names this form
   * @param entries each with an id of its own
   */
  record Content(String schema, List<Entry> entries) {
    Content {
      if (!SCHEMA.equals(schema)) {
        throw new IllegalArgumentException("schema must be " + SCHEMA);
      }
      if (entries == null) {
        throw new IllegalArgumentException("entries is missing");
      }
      Set<String> ids = new HashSet<>();
      for (Entry entry : entries) {
        if (entry == null) {
          throw new IllegalArgumentException("an entry must not be null");
        }
        if (!ids.add(entry.id())) {
          throw new IllegalArgumentException("two entries have the id " + entry.id());
        }
      }
      entries = List.copyOf(entries);
    }
  }

  /** Reads a file of the user's. */
  static List<Entry> read(Path file) throws CatalogueException {
    try {
      return StrictJson.read(file, Content.class).entries();
    } catch (JsonFileException problem) {
      throw new CatalogueException(problem.getMessage(), problem);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @param json in UTF-8
   * @param name what to call it in a message
   */
  static List<Entry> read(byte[] json, String name) throws CatalogueException {
    try {
      return StrictJson.read(json, name, Content.class).entries();
    } catch (JsonFileException problem) {
      throw new CatalogueException(problem.getMessage(), problem);
    }
  }
}
