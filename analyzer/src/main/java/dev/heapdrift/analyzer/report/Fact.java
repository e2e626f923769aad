package dev.heapdrift.analyzer.report;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence behind a label.
 *
 * @param label of a word or two
 * @param text what it tells; null or blank when there is nothing to tell
 */
record Fact(String label, String text) {

  /** Those that tell something. */
  static List<Fact> told(Fact... facts) {
    return Arrays.stream(facts)
        .filter(fact -> fact.text() != null && !fact.text().isBlank())
        .toList();
  }
}
