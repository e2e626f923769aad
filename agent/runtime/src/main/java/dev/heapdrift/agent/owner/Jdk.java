package dev.heapdrift.agent.owner;

/** Tells the JDK's classes from everybody else's, by their module. */
public final class Jdk {
  private Jdk() {}

  /**
   * Whether a class belongs to a module of the JDK; not so what agents append to its class path.
   */
  public static boolean declares(Class<?> c) {
    String module = c.getModule().getName();
    return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
  }

  /** Whether a class of the JDK is a closure of the application: lambdas know by their name. */
  static boolean isLambda(Class<?> c) {
    return c.isHidden() && c.getName().contains("$$Lambda");
  }
}
