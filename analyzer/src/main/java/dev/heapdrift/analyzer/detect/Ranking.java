package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Growth;
import java.util.Comparator;
import java.util.List;

/** Most urgent first: by verdict, then by bytes at stake times confidence. */
final class Ranking {
  /** What an entry counts for where its bytes were not measured: a node and a small object. */
  private static final double DEFAULT_ENTRY_BYTES = 64;

  private Ranking() {}

  static List<Finding> order(List<Finding> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparingInt(Ranking::urgency)
                .thenComparing(Comparator.comparingDouble(Ranking::weightedStake).reversed())
                .thenComparing(f -> f.details().fingerprint()))
        .toList();
  }

  /** Bytes a second. */
  static double stake(Suspect suspect) {
    return stake(suspect.growth());
  }

  private static double weightedStake(Finding finding) {
    double confidence = finding.details().confidence();
    return stake(finding.details().growth()) * (confidence == 0 ? 1 : confidence);
  }

  private static double stake(Growth growth) {
    if (growth.bytesPerSecond() != null) {
      return growth.bytesPerSecond();
    }
    return growth.entriesPerSecond() == null ? 0 : growth.entriesPerSecond() * DEFAULT_ENTRY_BYTES;
  }

  private static int urgency(Finding finding) {
    return switch (finding.verdict()) {
      case UNBOUNDED -> 0;
      case INCONCLUSIVE -> 1;
      case SAWTOOTH -> 2;
      case SATURATING -> 3;
    };
  }
}
