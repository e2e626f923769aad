package dev.heapdrift.benchmarks.work;

/** A linear congruential generator (that of ANSI C) which is as easily written in Python. */
final class Random32 {

  private int state;

  Random32(int seed) {
    state = seed;
  }

  /** The next number in 0..bound-1. */
  int below(int bound) {
    state = (int) ((state * 1103515245L + 12345) & 0x7fffffff);
    return (state >> 8) % bound;
  }
}
