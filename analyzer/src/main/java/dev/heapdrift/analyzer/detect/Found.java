package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Verdict;
import java.util.function.Supplier;

/**
 * A finding and all that is known of it, which is put together only when somebody asks.
 *
 * @param finding the finding
 * @param explanation where it comes from
 */
record Found(Finding finding, Supplier<Explanation> explanation) {

  boolean is(Verdict verdict) {
    return finding.verdict() == verdict;
  }

  boolean isNamed(String fingerprint) {
    return finding.details().fingerprint().equals(fingerprint);
  }
}
