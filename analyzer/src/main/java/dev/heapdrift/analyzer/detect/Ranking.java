package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.Kind;
import java.util.Comparator;
import java.util.List;

/** Most urgent first: by verdict, then by bytes at stake times confidence. */
final class Ranking {
  /** What an entry counts for where its bytes were not measured: a node and a small object. */
  private static final double DEFAULT_ENTRY_BYTES = 64;

  /** What a thread or a class loader counts for: least of a stack that is used, or of metadata. */
  private static final double HEAVY_BYTES = 64 << 10;

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
    return stake(suspect.growth(), DEFAULT_ENTRY_BYTES);
  }

  private static double weightedStake(Finding finding) {
    double confidence = finding.details().confidence();
    double stake = stake(finding.details().growth(), entryBytes(finding.kind()));
    return stake * (confidence == 0 ? 1 : confidence);
  }

  private static double entryBytes(Kind kind) {
    return kind == Kind.THREAD_LEAK || kind == Kind.CLASS_LOADER_LEAK
        ? HEAVY_BYTES
        : DEFAULT_ENTRY_BYTES;
  }

  private static double stake(Growth growth, double entryBytes) {
    if (growth.bytesPerSecond() != null) {
      return growth.bytesPerSecond();
    }
    return growth.entriesPerSecond() == null ? 0 : growth.entriesPerSecond() * entryBytes;
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
