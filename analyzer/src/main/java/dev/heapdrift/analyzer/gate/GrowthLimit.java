package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.finding.Growth;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate of growth up to which a leak is let through.
 *
 * @param text as the user wrote it
 * @param rate entries or bytes, for each second or unit of work
 * @param bytes whether bytes are meant
 * @param perWork whether it is for each unit of work
 */
public record GrowthLimit(String text, double rate, boolean bytes, boolean perWork) {
  private static final Pattern FORM =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|KiB|MiB|GiB)?(?:/(s|min|h|d|op))?");

  private static final Map<String, Long> BYTES =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

  /** Seconds. */
  private static final Map<String, Long> UNITS =
      Map.of("s", 1L, "min", 60L, "h", 3600L, "d", 86_400L);

  /**
   * Reads a rate: {@code 100/min} entries, {@code 1MiB/h}, {@code 0.5/op}; a second without a unit.
   *
   * @throws IllegalArgumentException when it is none; the message says what one looks like
   */
  public static GrowthLimit parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a rate is a number of entries or bytes (B, KiB, MiB, GiB) for each s, min, h, d or op"
              + " (unit of work): 100/min, 1MiB/h, 0.5/op; not "
              + text);
    }
    String size = form.group(2);
    String unit = form.group(3) == null ? "s" : form.group(3);
    boolean perWork = unit.equals("op");
    double amount = Double.parseDouble(form.group(1)) * (size == null ? 1 : BYTES.get(size));
    return new GrowthLimit(
        text.strip(), perWork ? amount : amount / UNITS.get(unit), size != null, perWork);
  }

  /** Whether this growth is known to be at most the limit: what was not measured is not. */
  boolean admits(Growth growth) {
    Double measured = perWork ? growth.perWorkUnit() : growth.entriesPerSecond();
    if (bytes && measured != null) {
      Double ofOne = bytesOfOne(growth);
      measured = ofOne == null ? null : (Double) (measured * ofOne);
    }
    return measured != null && measured <= rate;
  }

  /** Bytes of an entry, or null where they are not known. */
  private static Double bytesOfOne(Growth growth) {
    Double entries = growth.entriesPerSecond();
    return growth.bytesPerSecond() == null || entries == null || entries <= 0
        ? null
        : (Double) (growth.bytesPerSecond() / entries);
  }
}
