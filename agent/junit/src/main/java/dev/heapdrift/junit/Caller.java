package dev.heapdrift.junit;

/** Who called an assertion: the name of its scenario. */
final class Caller {
  private static final String OURS = Caller.class.getPackageName();
  private static final StackWalker WALKER = StackWalker.getInstance();

  private Caller() {}

  /** Class and method of the first frame that is not ours. */
  static String name() {
    return WALKER.walk(
        frames ->
            frames
                .filter(frame -> !packageOf(frame.getClassName()).equals(OURS))
                .findFirst()
                .map(frame -> frame.getClassName() + '.' + frame.getMethodName())
                .orElse("scenario"));
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }
}
