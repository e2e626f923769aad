package dev.heapdrift.analyzer.trend;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Shapes of series as services and tests make them, drawn at random: each gives the true size at a
 * time between 0 (first reading) and 1 (last reading), relative to a scale of about 1.
 */
enum Shape {
  LINEAR(true) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double base = random.nextDouble();
      return t -> base + t;
    }
  },
  BURSTY_STAIRCASE(true) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      return staircase(random, 8 + random.nextInt(8), i -> 1, 0.3, 0);
    }
  },
  BURSTS_HELD_UP(true) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double heldUp = between(random, 0.2, 0.8);
      return staircase(random, 8 + random.nextInt(8), i -> 1, between(random, 0, 0.3), heldUp);
    }
  },
  NOISY_LINEAR(true) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double sd = between(random, 0.01, 0.06);
      return t -> 0.3 + t + sd * random.nextGaussian();
    }
  },
  RAMPING(true) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double first = between(random, 0.3, 0.9);
      return t -> first * t + (1 - first) * t * t;
    }
  },
  SUPERLINEAR(true) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double power = between(random, 1.3, 2.2);
      return t -> Math.pow(t, power);
    }
  },
  LEAK_AFTER_START_UP(true) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double load = between(random, 0.02, 0.08);
      double table = between(random, 0.2, 2);
      return t -> table * Math.min(1, t / load) + t;
    }
  },
  IRREGULAR_TRAFFIC(true) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double[] rate = new double[60];
      double wave = between(random, 3, 12);
      double phase = between(random, 0, 6.28);
      for (int i = 0; i < rate.length; i++) {
        rate[i] = (1 + 0.5 * Math.sin(phase + wave * i / 10)) * between(random, 0.4, 1.6);
      }
      return cumulative(rate);
    }
  },

  BOUNDED_RANDOM_WALK(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      int steps = 400;
      double bound = between(random, 0.3, 3);
      double[] level = new double[steps + 1];
      level[0] = random.nextDouble() * bound;
      for (int i = 1; i <= steps; i++) {
        double next = level[i - 1] + random.nextGaussian() / Math.sqrt(steps);
        level[i] = next < 0 ? -next : next > bound ? 2 * bound - next : next;
      }
      return t -> interpolate(level, t);
    }
  },
  SAWTOOTH(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double periods = between(random, 3, 20);
      double phase = random.nextDouble();
      double keeps = between(random, 0, 0.3);
      return t -> {
        double x = t * periods + phase;
        return keeps + x - Math.floor(x);
      };
    }
  },
  OSCILLATION(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double periods = between(random, 3, 15);
      double phase = between(random, 0, 2 * Math.PI);
      double noise = between(random, 0, 0.05);
      return t -> 1.2 + Math.sin(phase + 2 * Math.PI * periods * t) + noise * random.nextGaussian();
    }
  },
  EXPONENTIAL_WARM_UP(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double constants = Math.exp(between(random, Math.log(0.8), Math.log(10)));
      double noise = between(random, 0, 0.02);
      return t -> 1 - Math.exp(-constants * t) + noise * random.nextGaussian();
    }
  },
  BURSTY_WARM_UP(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double constants = between(random, 0.8, 6);
      int bursts = 8 + random.nextInt(8);
      return staircase(random, bursts, i -> Math.exp(-constants * i / bursts), 0.1, 0);
    }
  },
  WARM_UP_HELD_UP(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double constants = between(random, 0.8, 6);
      double heldUp = between(random, 0.2, 0.8);
      int bursts = 8 + random.nextInt(8);
      return staircase(random, bursts, i -> Math.exp(-constants * i / bursts), 0.1, heldUp);
    }
  },
  SKEWED_KEYS(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      // Distinct keys seen under Zipf traffic: the expected number after each request.
      int keys = 2000;
      double skew = between(random, 0.6, 1.3);
      double requests = keys * between(random, 1.5, 20);
      double[] weight = new double[keys];
      double sum = 0;
      for (int i = 0; i < keys; i++) {
        weight[i] = Math.pow(i + 1, -skew);
        sum += weight[i];
      }
      double[] seen = new double[41];
      for (int s = 0; s < seen.length; s++) {
        for (double w : weight) {
          seen[s] += 1 - Math.exp(-requests * s / (seen.length - 1) * w / sum);
        }
        seen[s] /= keys;
      }
      return t -> interpolate(seen, t);
    }
  },
  LRU_FILLS(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double full = between(random, 0.05, 0.65);
      double wobble = between(random, 0, 0.01);
      return t -> Math.min(1, t / full) - wobble * random.nextDouble();
    }
  },
  START_UP_TABLE(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double load = between(random, 0.001, 0.12);
      return t -> Math.min(1, t / load);
    }
  },
  FLAT_WITH_NOISE(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double noise = between(random, 0, 0.3);
      return t -> 1 + noise * random.nextGaussian();
    }
  },
  QUEUE(false) {
    @Override
    DoubleUnaryOperator draw(Random random) {
      // Autoregressive load around a mean, cut off at zero.
      int steps = 300;
      double memory = between(random, 0.8, 0.97);
      double[] level = new double[steps + 1];
      double load = 0;
      for (int i = 0; i <= steps; i++) {
        load = memory * load + Math.sqrt(1 - memory * memory) * random.nextGaussian();
        level[i] = Math.max(0, 0.5 + load);
      }
      return t -> interpolate(level, t);
    }
  };

  final boolean leak;

  Shape(boolean leak) {
    this.leak = leak;
  }

  /** The true size over time of one series. */
  abstract DoubleUnaryOperator draw(Random random);

  static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private interface Weight {
    double of(int burst);
  }

  /**
   * Bursts of work, slow at first while the JVM warms up, each with a pause behind it; held up by
   * whoever else wants the machine, so that each takes longer or shorter by a factor whose
   * logarithm has this standard deviation.
   */
  private static DoubleUnaryOperator staircase(
      Random random, int bursts, Weight weight, double spread, double heldUp) {
    double[] starts = new double[bursts];
    double[] heights = new double[bursts];
    double[] works = new double[bursts];
    double total = 0;
    double length = 0;
    double work = between(random, 0.05, 0.7);
    double slow = between(random, 1, 4);
    for (int i = 0; i < bursts; i++) {
      starts[i] = length + 0.1 * random.nextDouble();
      works[i] = work * (1 + (slow - 1) * Math.pow(0.3, i));
      if (heldUp > 0) {
        works[i] *= Math.exp(heldUp * random.nextGaussian());
      }
      length += works[i] + 1 - work;
      heights[i] = weight.of(i) * between(random, 1 - spread, 1 + spread);
      total += heights[i];
    }
    double end = length;
    double sum = total;
    return t -> {
      double size = 0;
      for (int i = 0; i < bursts; i++) {
        size += heights[i] * Math.max(0, Math.min(1, (t * end - starts[i]) / works[i]));
      }
      return size / sum;
    };
  }

  private static DoubleUnaryOperator cumulative(double[] rate) {
    double[] sum = new double[rate.length + 1];
    for (int i = 0; i < rate.length; i++) {
      sum[i + 1] = sum[i] + rate[i] / rate.length;
    }
    return t -> interpolate(sum, t);
  }

  private static double interpolate(double[] values, double t) {
    double x = t * (values.length - 1);
    int i = (int) Math.min(values.length - 2, x);
    return values[i] + (x - i) * (values[i + 1] - values[i]);
  }
}
