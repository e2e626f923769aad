package dev.heapdrift.benchmarks.work;

/** Arithmetic on small immutable objects, all of which C2 keeps in registers. */
final class EscapeLoop implements Workload {

  private static final int STEPS = 20_000;

  private record Vector(double x, double y) {
    Vector plus(Vector other) {
      return new Vector(x + other.x, y + other.y);
    }

    Vector times(double factor) {
      return new Vector(x * factor, y * factor);
    }
  }

  @Override
  public long unit() {
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      Vector there = new Vector(i, 1).plus(new Vector(1, i)).times(0.5);
      sum += there.x() + there.y();
    }
    return (long) sum;
  }
}
