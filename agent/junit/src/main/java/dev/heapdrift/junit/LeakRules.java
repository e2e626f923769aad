package dev.heapdrift.junit;

import java.time.Duration;
import java.util.Objects;

/**
 * How a scenario is repeated, and what may stay of it.
 *
 * @param warmup runs before anything is counted, 0 or more
 * @param iterations runs that are counted at least, 1 or more
 * @param maxGrowthPerIteration objects of one class and line that may stay of each run on average,
 *     0 or more
 * @param budget time for more runs while something grows, with the looks after them; 0 or more
 */
public record LeakRules(int warmup, int iterations, double maxGrowthPerIteration, Duration budget) {

  static final int WARMUP = 3;
  static final int ITERATIONS = 10;
  static final long BUDGET_MILLIS = 2000;

  /** Three runs to warm up, ten that are counted, nothing may stay, two seconds. */
  public static final LeakRules DEFAULT =
      new LeakRules(WARMUP, ITERATIONS, 0, Duration.ofMillis(BUDGET_MILLIS));

  /**
   * Checks the figures.
   *
   * @param warmup runs before anything is counted
   * @param iterations runs that are counted at least
   * @param maxGrowthPerIteration objects that may stay
   * @param budget time for more runs and the looks after them
   * @throws IllegalArgumentException when one is out of range
   * @throws NullPointerException when {@code budget} is null
   */
  public LeakRules {
    Objects.requireNonNull(budget, "budget");
    require(warmup >= 0, "warmup", warmup);
    require(iterations >= 1, "iterations", iterations);
    require(maxGrowthPerIteration >= 0, "maxGrowthPerIteration", maxGrowthPerIteration);
    require(!budget.isNegative(), "budget", budget);
  }

  static LeakRules of(LeakCheck check) {
    return new LeakRules(
        check.warmup(),
        check.iterations(),
        check.maxGrowthPerIteration(),
        Duration.ofMillis(check.budgetMillis()));
  }

  /**
   * The same with another warm-up.
   *
   * @param runs 0 or more
   * @return new rules
   */
  public LeakRules withWarmup(int runs) {
    return new LeakRules(runs, iterations, maxGrowthPerIteration, budget);
  }

  /**
   * The same with another number of counted runs.
   *
   * @param runs 1 or more
   * @return new rules
   */
  public LeakRules withIterations(int runs) {
    return new LeakRules(warmup, runs, maxGrowthPerIteration, budget);
  }

  /**
   * The same, but so many objects of one class and line may stay of each run.
   *
   * @param objects 0 or more, on average
   * @return new rules
   */
  public LeakRules withMaxGrowthPerIteration(double objects) {
    return new LeakRules(warmup, iterations, objects, budget);
  }

  /**
   * The same with another time for more runs.
   *
   * @param time 0 or more
   * @return new rules
   */
  public LeakRules withBudget(Duration time) {
    return new LeakRules(warmup, iterations, maxGrowthPerIteration, time);
  }

  private static void require(boolean valid, String name, Object value) {
    if (!valid) {
      throw new IllegalArgumentException(name + " is out of range: " + value);
    }
  }
}
