package dev.heapdrift.analyzer.picture;

/**
 * The unit of an axis.
 *
 * @param name as it is printed
 * @param size in seconds or bytes
 */
record Unit(String name, double size) {
  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  /** The largest unit in which the value is at least two; seconds up to two minutes. */
  static Unit ofSeconds(double longest) {
    if (longest < 2 * MINUTE) {
      return new Unit("seconds", 1);
    }
    if (longest < 2 * HOUR) {
      return new Unit("minutes", MINUTE);
    }
    return longest < 2 * DAY ? new Unit("hours", HOUR) : new Unit("days", DAY);
  }

  static Unit ofBytes(double highest) {
    int unit = 0;
    double size = 1;
    while (unit < BYTES.length - 1 && highest / size >= 2048) {
      size *= 1024;
      unit++;
    }
    return new Unit(BYTES[unit], size);
  }

  double of(double value) {
    return value / size;
  }
}
