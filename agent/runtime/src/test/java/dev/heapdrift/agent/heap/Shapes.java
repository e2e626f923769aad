package dev.heapdrift.agent.heap;

/** Classes to read from. */
final class Shapes {
  private Shapes() {}

  /** Loaded by nobody but its users' field declarations. */
  static class Stranger {}

  static class Base {
    Object inherited = "inherited";
    int baseCount = 3;
  }

  static class Sample extends Base {
    static final String CONSTANT = "constant";
    static Object shared = "shared";
    static int sharedCount = 8;
    static Stranger sharedStranger;
    Object own = "own";
    Stranger stranger;
    int[] numbers = {1, 2};
    int count = 5;
    long total = 1L << 40;
    double ratio;
  }

  static class Sleeper {
    static Object never = initialise();

    private static Object initialise() {
      System.setProperty("heapdrift.test.sleeper", "awake");
      return "awake";
    }
  }
}
