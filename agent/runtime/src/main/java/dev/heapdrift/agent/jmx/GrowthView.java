package dev.heapdrift.agent.jmx;

/** A collection that grows steadily, as JMX shows it. No record: JDK 17 does not map these. */
public final class GrowthView {
  private final String[] fields;

  /**
   * Reads what the agent says of it.
   *
   * @param fields the parts of a line, from 1 on
   */
  GrowthView(String[] fields) {
    this.fields = fields.clone();
  }

  /** Number of the collection, as in snapshots. */
  public long getId() {
    return Long.parseLong(fields[1]);
  }

  /** Uptime of the JVM in ms since when it grows steadily. */
  public long getSinceMillis() {
    return Long.parseLong(fields[2]);
  }

  /** Its size. */
  public long getEntries() {
    return Long.parseLong(fields[3]);
  }

  /** How fast it grows. */
  public double getEntriesPerSecond() {
    return Double.parseDouble(fields[4]);
  }

  /** Its class. */
  public String getType() {
    return fields[5];
  }

  /** Who holds it, or null while that is not known. */
  public String getOwner() {
    return fields[6].isEmpty() ? null : fields[6];
  }

  /** The frame that fills it, or null where that is not known. */
  public String getInsertionSite() {
    return fields[7].isEmpty() ? null : fields[7];
  }
}
