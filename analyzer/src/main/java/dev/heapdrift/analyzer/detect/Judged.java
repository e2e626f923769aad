package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.trend.Trend;

/**
 * A subject and what its series says.
 *
 * @param subject what was judged
 * @param trend the judgement
 */
record Judged(Subject subject, Trend trend) {

  boolean unbounded() {
    return trend instanceof Trend.Unbounded;
  }
}
