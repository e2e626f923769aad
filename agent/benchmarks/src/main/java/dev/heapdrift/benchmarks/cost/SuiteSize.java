package dev.heapdrift.benchmarks.cost;

/**
 * How much is measured.
 *
 * @param sets sets of fresh processes for each workload; six give an interval of 95 %
 * @param settleTurns turns before measuring begins
 * @param settleMillis their length
 * @param turns turns that are measured
 * @param millis their length
 */
record SuiteSize(int sets, int settleTurns, int settleMillis, int turns, int millis) {

  /** Shows that everything works; its figures are rough. */
  static final SuiteSize SMALL = new SuiteSize(2, 20, 150, 9, 60);

  /** For publication. Seven contenders settle for a minute, in turns. */
  static final SuiteSize FULL = new SuiteSize(6, 50, 150, 31, 60);

  int allTurns() {
    return settleTurns + turns;
  }

  int millisOf(int turn) {
    return turn < settleTurns ? settleMillis : millis;
  }

  SuiteSize withSets(int other) {
    return new SuiteSize(other, settleTurns, settleMillis, turns, millis);
  }

  SuiteSize withSettleTurns(int other) {
    return new SuiteSize(sets, other, settleMillis, turns, millis);
  }
}
