package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.Owner.Limit;
import java.util.List;
import java.util.Locale;

/**
 * What a declared limit says about growth. A bounded cache that still fills up grows exactly like a
 * leak; only its limit tells them apart.
 */
final class DeclaredLimit {
  /** Whose code is known to keep to its limit; that of others may have a leak right there. */
  private static final List<String> KEPT_BY =
      List.of("java.", "com.github.benmanes.caffeine.", "com.google.common.cache.");

  /** Confidence that such a limit is kept to. */
  private static final double CONFIDENCE = 0.95;

  private DeclaredLimit() {}

  /** The trend, or less than that below a limit; siblings are bounded by none of theirs. */
  static Trend doubt(Subject subject, Trend trend) {
    Limit limit = subject.facts().owner() == null ? null : subject.facts().owner().limit();
    if (limit == null || subject.isGroup() || !(trend instanceof Trend.Unbounded rise)) {
      return trend;
    }
    long size = subject.members().get(0).size();
    if (limit.entries() >= 0 && size > limit.entries()) {
      return new Trend.Unbounded(
          rise.slope(),
          rise.p(),
          rise.confidence(),
          rise.pattern() + ", beyond its limit of " + print(limit));
    }
    if (limit.entries() >= 0 && KEPT_BY.stream().anyMatch(limit.declaredBy()::startsWith)) {
      String pattern = "fills up to its limit of " + print(limit);
      return new Trend.Saturating(rise.slope(), limit.entries(), CONFIDENCE, pattern);
    }
    return new Trend.Inconclusive(
        rise.slope(),
        true,
        rise.pattern(),
        "whether it keeps to its limit of " + print(limit) + "; observe it until it is full");
  }

  private static String print(Limit limit) {
    return limit.entries() < 0
        ? limit.declaredBy()
        : String.format(Locale.ROOT, "%,d (%s)", limit.entries(), limit.declaredBy());
  }
}
