package dev.heapdrift.analyzer.trend;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * How much work comes in: each gives, drawn at random, the rate at a time between 0 and 1, relative
 * to a scale of about 1.
 */
enum Traffic {
  STEADY {
    @Override
    DoubleUnaryOperator draw(Random random) {
      return t -> 1;
    }
  },
  RAMP {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double first = Shape.between(random, 0.05, 0.5);
      return t -> first + (1 - first) * t;
    }
  },
  DAY_AND_NIGHT {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double days = Shape.between(random, 2, 6);
      double phase = Shape.between(random, 0, 2 * Math.PI);
      return t -> 1.1 + Math.sin(phase + 2 * Math.PI * days * t);
    }
  },
  BURSTS {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double bursts = Shape.between(random, 8, 16);
      double busy = Shape.between(random, 0.3, 0.7);
      return t -> t * bursts % 1 < busy ? 1 : 0.01;
    }
  },
  EBB {
    @Override
    DoubleUnaryOperator draw(Random random) {
      double last = Shape.between(random, 0.2, 0.6);
      return t -> 1 - (1 - last) * t;
    }
  };

  /** The rate over time of one run. */
  abstract DoubleUnaryOperator draw(Random random);
}
