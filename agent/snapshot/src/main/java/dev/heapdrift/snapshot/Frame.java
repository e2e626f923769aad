package dev.heapdrift.snapshot;

/**
 * A stack frame, by names.
 *
 * @param className binary name of the class, such as {@code com.app.Orders$Line}
 * @param methodName name of the method
 * @param fileName name of the source file, or null where the class does not tell
 * @param line line in it, or -1 unknown, -2 native, as in {@link StackTraceElement}
 */
public record Frame(String className, String methodName, String fileName, int line) {

  /** Class and method without the line: {@code com.app.Orders.find}. */
  public String method() {
    return className + '.' + methodName;
  }

  /** The printed form, {@code com.app.Orders.find(Orders.java:42)}. */
  public String print() {
    String where =
        line == -2
            ? "Native Method"
            : fileName == null ? "Unknown Source" : line < 0 ? fileName : fileName + ':' + line;
    return method() + '(' + where + ')';
  }
}
