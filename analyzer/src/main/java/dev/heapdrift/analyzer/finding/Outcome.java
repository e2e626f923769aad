package dev.heapdrift.analyzer.finding;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The answer for a whole run. */
public enum Outcome {
  /** At least one finding is unbounded. */
  LEAKS,
  /** Everything that grew was measured and is bounded. */
  CLEAN,
  /** Too little was measured to say either. */
  INCONCLUSIVE;

  /** The answer of findings that were all judged. */
  public static Outcome of(List<Finding> findings) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    findings.forEach(finding -> verdicts.add(finding.verdict()));
    if (verdicts.contains(Verdict.UNBOUNDED)) {
      return LEAKS;
    }
    return verdicts.contains(Verdict.INCONCLUSIVE) ? INCONCLUSIVE : CLEAN;
  }

  /** The word that reports print, such as {@code leaks}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
