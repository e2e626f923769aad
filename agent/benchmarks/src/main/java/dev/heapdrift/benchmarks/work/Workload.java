package dev.heapdrift.benchmarks.work;

/** A unit of work that can be repeated for as long as a turn lasts. Used by one thread. */
interface Workload {

  /**
   * Does the work once.
   *
   * @return something that depends on all of it, so that the JIT leaves nothing out
   */
  long unit() throws Exception;

  /**
   * Repeats the unit until {@code nanos} have passed, at least once. A workload with threads of its
   * own overrides this.
   */
  default Turn turn(long nanos) throws Exception {
    long begin = System.nanoTime();
    long answers = 0;
    long units = 0;
    long passed;
    do {
      answers += unit();
      units++;
      passed = System.nanoTime() - begin;
    } while (passed < nanos);
    return new Turn(units, passed, answers);
  }

  /**
   * What a turn did.
   *
   * @param nanos time that all units together took, pauses between them apart
   */
  record Turn(long units, long nanos, long answers) {}
}
