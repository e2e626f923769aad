package dev.heapdrift.agent.control;

import java.util.Locale;

/**
 * A collection that grows steadily, as the agent sees it by itself. No verdict: that is the
 * analyzer's.
 *
 * @param id number of the container, as in snapshots
 * @param sinceMillis JVM uptime in ms since when
 * @param entries its size
 * @param entriesPerSecond how fast it grows
 * @param type its class
 * @param owner who holds it, or null while that is not known
 * @param site the frame that fills it, or null where that is not known
 */
public record Suspect(
    long id,
    long sinceMillis,
    long entries,
    double entriesPerSecond,
    String type,
    String owner,
    String site) {

  /** One line for people. */
  public String sentence() {
    StringBuilder text = new StringBuilder(type);
    if (owner != null) {
      text.append(" (").append(owner).append(')');
    }
    text.append(String.format(Locale.ROOT, " grows steadily: %,d entries", entries));
    text.append(String.format(Locale.ROOT, ", %.1f a second", entriesPerSecond));
    if (site != null) {
      text.append(", filled by ").append(site);
    }
    return text.toString();
  }

  /** Its fields with tabs between them; what is not known is empty. */
  String fields() {
    return String.join(
        "\t",
        Long.toString(id),
        Long.toString(sinceMillis),
        Long.toString(entries),
        String.format(Locale.ROOT, "%.3f", entriesPerSecond),
        type,
        owner == null ? "" : owner,
        site == null ? "" : site);
  }
}
