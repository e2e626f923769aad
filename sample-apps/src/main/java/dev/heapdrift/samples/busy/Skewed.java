package dev.heapdrift.samples.busy;

import java.util.SplittableRandom;

/** Draws as users do: few things often, most things rarely. */
final class Skewed {
  private Skewed() {}

  /** A number below {@code bound}; half of all draws are among the first eighth. */
  static int below(int bound, SplittableRandom chance) {
    double draw = chance.nextDouble();
    return (int) (bound * draw * draw * draw);
  }
}
