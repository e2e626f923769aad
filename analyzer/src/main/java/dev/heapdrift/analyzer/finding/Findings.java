package dev.heapdrift.analyzer.finding;

import java.util.List;

/**
 * What one run amounts to.
 *
 * @param outcome the answer
 * @param list the findings by rank: unbounded ones first, then inconclusive, sawtooth and
 *     saturating ones; within a verdict by what is at stake times confidence
 * @param judged containers that grew enough to be judged
 * @param measured whether it was long enough for something to grow
 * @param open whether something still grows that could not be judged, leaks aside
 */
public record Findings(
    Outcome outcome, List<Finding> list, int judged, boolean measured, boolean open) {

  /** Copies the list. */
  public Findings {
    list = List.copyOf(list);
  }
}
