package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.finding.Finding;

/**
 * A finding and what the gate makes of it.
 *
 * @param finding the finding
 * @param standing how it is seen
 * @param why one clause: what has decided, such as {@code grows by 900 entries/s, by 640 in the
 *     baseline}; null where the verdict alone has
 * @param reason what the entry or rule that knows it gives as its reason; null without one
 */
public record Gated(Finding finding, Standing standing, String why, String reason) {

  /** The same with one clause more. */
  Gated because(String clause) {
    return new Gated(finding, standing, why == null ? clause : why + ", " + clause, reason);
  }
}
