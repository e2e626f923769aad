package dev.heapdrift.agent.jmx;

import java.util.Map;

/** A finding of the analyzer's, as JMX shows it. No record: JDK 17 does not map these. */
public final class FindingView {
  private final Map<String, String> facts;

  /**
   * Reads what the analyzer says of it.
   *
   * @param facts by the names that {@code heapdrift leaks} has in JSON; what is not known is left
   *     out
   */
  FindingView(Map<String, String> facts) {
    this.facts = Map.copyOf(facts);
  }

  /** Its place in the list, from 1. */
  public int getRank() {
    return Integer.parseInt(facts.get("rank"));
  }

  /** What kind of leak it is or would be, such as unbounded-cache. */
  public String getKind() {
    return facts.get("kind");
  }

  /** What its sizes say: unbounded, saturating, sawtooth or inconclusive. */
  public String getVerdict() {
    return facts.get("verdict");
  }

  /** That the verdict is right, 0 to 1; null where nothing is claimed. */
  public Double getConfidence() {
    return number("confidence");
  }

  /** Names it, the same in every build and run. */
  public String getFingerprint() {
    return facts.get("fingerprint");
  }

  /** One line. */
  public String getTitle() {
    return facts.get("title");
  }

  /** The frame that fills it, or null where that is not known. */
  public String getInsertionSite() {
    return facts.get("insertionSite");
  }

  /** Who holds it, or null where that is not known. */
  public String getOwner() {
    return facts.get("owner");
  }

  /** What would mend it. */
  public String getRemedy() {
    return facts.get("remedy");
  }

  /** How fast it grows, or null where that was not measured. */
  public Double getEntriesPerSecond() {
    return number("entriesPerSecond");
  }

  private Double number(String name) {
    String text = facts.get(name);
    return text == null ? null : Double.valueOf(text);
  }
}
