package dev.heapdrift.agent.jmx;

import java.util.List;
import java.util.Map;

/** What the analyzer says of this run, as JMX shows it. No record: JDK 17 does not map these. */
public final class FindingsView {
  private final Map<String, String> whole;
  private final List<FindingView> findings;

  /**
   * Reads what the analyzer says.
   *
   * @param said of the whole, then of each finding
   */
  FindingsView(List<Map<String, String>> said) {
    whole = Map.copyOf(said.get(0));
    findings = said.subList(1, said.size()).stream().map(FindingView::new).toList();
  }

  /** The answer: leaks, clean or inconclusive. */
  public String getOutcome() {
    return whole.get("outcome");
  }

  /** Snapshots that were judged. */
  public int getSnapshots() {
    return Integer.parseInt(whole.get("snapshots"));
  }

  /** How long the agent had watched at the newest of them, in seconds. */
  public double getSpanSeconds() {
    return Double.parseDouble(whole.get("spanSeconds"));
  }

  /** What grows, by rank. */
  public List<FindingView> getFindings() {
    return findings;
  }
}
