package dev.heapdrift.junit;

/** What came of repeating a scenario. */
sealed interface LeakVerdict {

  /**
   * Nothing stays.
   *
   * @param iterations runs counted
   */
  record Clean(long iterations) implements LeakVerdict {}

  /**
   * Something stays.
   *
   * @param text the findings, and where the artefacts lie
   */
  record Leaks(String text) implements LeakVerdict {}

  /**
   * It cannot be told.
   *
   * @param reason one line: why, and what would help
   */
  record Inconclusive(String reason) implements LeakVerdict {}
}
