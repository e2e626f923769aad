package dev.heapdrift.analyzer.finding;

import java.util.List;

/**
 * What one run amounts to.
 *
 * @param outcome the answer
 * @param list the findings by rank: unbounded ones first, then inconclusive, sawtooth and
 *     saturating ones; within a verdict by what is at stake times confidence
 * @param judged containers that grew enough to be judged
 */
public record Findings(Outcome outcome, List<Finding> list, int judged) {

  /** Copies the list. */
  public Findings {
    list = List.copyOf(list);
  }
}
