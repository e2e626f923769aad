package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.finding.Finding;
import java.util.List;

/**
 * Which leaks fail.
 *
 * @param failOn their kinds; none for any
 * @param limit growth up to which one is let through, or null for none
 */
public record Threshold(List<FailOn> failOn, GrowthLimit limit) {
  /** Any leak. */
  public static final Threshold ANY = new Threshold(List.of(), null);

  /** Copies the list. */
  public Threshold {
    failOn = List.copyOf(failOn);
  }

  /** Why a leak is below the threshold, as a clause; null when it is not. */
  String below(Finding leak) {
    boolean meant =
        failOn.isEmpty()
            || failOn.stream().anyMatch(on -> on.kind() == null || on.kind() == leak.kind());
    if (!meant) {
      return leak.kind().label() + " is not what fails here";
    }
    return limit != null && limit.admits(leak.details().growth())
        ? "grows by no more than " + limit.text()
        : null;
  }
}
