package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.finding.Kind;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What fails a build.
 *
 * @param kind the kind of leak, or null for any
 */
public record FailOn(Kind kind) {
  /** Any leak. */
  public static final FailOn ANY = new FailOn(null);

  private static final String VERDICT = "unbounded";

  /**
   * Reads {@code unbounded} or {@code unbounded:KIND}.
   *
   * @throws IllegalArgumentException when it is neither; the message names the kinds
   */
  public static FailOn parse(String text) {
    if (text.equals(VERDICT)) {
      return ANY;
    }
    if (!text.startsWith(VERDICT + ':')) {
      throw new IllegalArgumentException("must be unbounded or unbounded:KIND, not " + text);
    }
    return new FailOn(kind(text.substring(VERDICT.length() + 1)));
  }

  /**
   * The kind of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Kind kind(String label) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no kind is called "
                        + label
                        + "; known are "
                        + Arrays.stream(Kind.values())
                            .map(Kind::label)
                            .sorted()
                            .collect(Collectors.joining(", "))));
  }
}
