package dev.heapdrift.analyzer.trend;

import java.util.Random;

/** What work leaves behind: the sizes after each step, from the units done in each. */
enum Content {
  LEAK(true) {
    @Override
    double[] sizes(double[] units, Random random) {
      double kept = Shape.between(random, 0.1, 1);
      double size = Shape.between(random, 0, 0.2) * kept * sum(units);
      double[] sizes = new double[units.length];
      for (int i = 0; i < units.length; i++) {
        size += kept * units[i];
        sizes[i] = size;
      }
      return sizes;
    }
  },
  LEAKY_SESSIONS(true) {
    @Override
    double[] sizes(double[] units, Random random) {
      double[] sizes = sessions(units, Shape.between(random, 0.01, 0.1), random);
      double[] leaked = LEAK.sizes(units, random);
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] += leaked[i];
      }
      return sizes;
    }
  },
  SESSIONS(false) {
    @Override
    double[] sizes(double[] units, Random random) {
      return sessions(units, Shape.between(random, 0.01, 0.3), random);
    }
  },
  WARMING_CACHE(false) {
    @Override
    double[] sizes(double[] units, Random random) {
      double keys = sum(units) * Shape.between(random, 0.15, 0.8);
      double[] sizes = new double[units.length];
      double done = 0;
      for (int i = 0; i < units.length; i++) {
        done += units[i];
        sizes[i] = keys * (1 - Math.exp(-done / keys));
      }
      return sizes;
    }
  };

  final boolean leak;

  Content(boolean leak) {
    this.leak = leak;
  }

  /** The size after each step of one run. */
  abstract double[] sizes(double[] units, Random random);

  /** Each stays as long as every other, or for an exponential time. */
  private static double[] sessions(double[] units, double stay, Random random) {
    boolean alike = random.nextBoolean();
    int steps = (int) Math.max(1, stay * units.length);
    double[] sizes = new double[units.length];
    double size = 0;
    for (int i = 0; i < units.length; i++) {
      double gone = alike ? (i < steps ? 0 : units[i - steps]) : noisy(size / steps, random);
      size = Math.max(0, size + units[i] - gone);
      sizes[i] = size;
    }
    return sizes;
  }

  /** A number of things that happen independently of each other. */
  static double noisy(double mean, Random random) {
    return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
  }

  private static double sum(double[] units) {
    double sum = 0;
    for (double unit : units) {
      sum += unit;
    }
    return sum;
  }
}
