package dev.heapdrift.junit;

import java.util.List;

/**
 * Objects of one site that have become more in each round.
 *
 * @param site which
 * @param iterations runs counted at each count, first 0
 * @param objects how many were alive then
 * @param bytes shallow size of those that were added from the first count to the last
 */
record SiteGrowth(Site site, List<Long> iterations, List<Long> objects, long bytes) {
  /** Below this part of its pace before, growth is coming to an end. */
  private static final double SLOW = 0.5;

  SiteGrowth {
    iterations = List.copyOf(iterations);
    objects = List.copyOf(objects);
  }

  /** Objects that were added in all. */
  long added() {
    return last(objects) - objects.get(0);
  }

  /** Objects alive at the end. */
  long live() {
    return last(objects);
  }

  /** Objects that stay of one run, on average. */
  double perIteration() {
    return (double) added() / last(iterations);
  }

  /** Whether the last round added less than half as much a run as those before. */
  boolean slowsDown() {
    int last = objects.size() - 1;
    return last > 1 && pace(last - 1, last) < SLOW * pace(0, last - 1);
  }

  /** How many rounds it has grown in. */
  int rounds() {
    return objects.size() - 1;
  }

  private double pace(int from, int to) {
    return (double) (objects.get(to) - objects.get(from))
        / (iterations.get(to) - iterations.get(from));
  }

  private static long last(List<Long> numbers) {
    return numbers.get(numbers.size() - 1);
  }
}
