package dev.heapdrift.agent.alloc;

import dev.heapdrift.snapshot.Estimate;

/**
 * A sum of objects, each taken with a known probability: what stands for how much, and how unsure
 * that is (Horvitz and Thompson, 1952). Objects that are all taken are counted exactly: a double
 * holds whole numbers to 2^53. Agent thread only.
 */
final class Tally {
  private long samples;
  private double bytes;
  private double count;
  private double bytesVariance;
  private double countVariance;

  /** Adds {@code times} objects (below 0: takes them away) of a weight. */
  void add(Weight weight, int times) {
    samples += times;
    if (samples == 0) {
      clear(); // and with them the rounding errors
    } else {
      bytes += times * weight.bytes();
      count += times * weight.count();
      bytesVariance += times * weight.bytesVariance();
      countVariance += times * weight.countVariance();
    }
  }

  /** Becomes equal to {@code other}. */
  void set(Tally other) {
    samples = other.samples;
    bytes = other.bytes;
    count = other.count;
    bytesVariance = other.bytesVariance;
    countVariance = other.countVariance;
  }

  void clear() {
    samples = 0;
    bytes = 0;
    count = 0;
    bytesVariance = 0;
    countVariance = 0;
  }

  /** Adds all of {@code other}. */
  void add(Tally other) {
    samples += other.samples;
    bytes += other.bytes;
    count += other.count;
    bytesVariance += other.bytesVariance;
    countVariance += other.countVariance;
  }

  boolean isEmpty() {
    return samples == 0;
  }

  double bytes() {
    return bytes;
  }

  /** As it goes into a snapshot. */
  Estimate estimate() {
    if (samples == 0) {
      return Estimate.NOTHING;
    }
    return new Estimate(
        Math.round(bytes),
        Math.round(count),
        Math.sqrt(Math.max(0, bytesVariance)),
        Math.sqrt(Math.max(0, countVariance)),
        samples);
  }

  /**
   * What an object stands for that was taken with probability {@code p}.
   *
   * @param bytes its size divided by {@code p}
   * @param count 1 divided by {@code p}
   * @param bytesVariance its part of the variance of the sum of bytes
   * @param countVariance its part of the variance of the number of objects
   */
  record Weight(double bytes, double count, double bytesVariance, double countVariance) {

    /** Of an object of {@code size} bytes; everything is taken at {@link Limits#EVERYTHING}. */
    static Weight of(long size, long interval) {
      if (interval == Limits.EVERYTHING) {
        return new Weight(size, 1, 0, 0);
      }
      double p = -Math.expm1(-(double) size / interval);
      double spread = (1 - p) / (p * p);
      return new Weight(size / p, 1 / p, (double) size * size * spread, spread);
    }
  }
}
