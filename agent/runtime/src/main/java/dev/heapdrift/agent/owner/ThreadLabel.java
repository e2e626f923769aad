package dev.heapdrift.agent.owner;

import java.util.regex.Pattern;

/**
 * Names a thread without recording a value of the application: by its name where the JDK made that,
 * with numbers masked, else by its class.
 */
final class ThreadLabel {
  private static final Pattern MADE_BY_THE_JDK =
      Pattern.compile(
          "main|Thread-#|Timer-#|pool-#-thread-#|ForkJoinPool-#-worker-#"
              + "|ForkJoinPool\\.commonPool-worker-#");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private ThreadLabel() {}

  /** {@code thread "pool-#-thread-#"}, {@code thread com.app.Poller}, or {@code thread}. */
  static String of(Thread thread, String name) {
    String masked = name == null ? "" : NUMBER.matcher(name).replaceAll("#");
    if (MADE_BY_THE_JDK.matcher(masked).matches()) {
      return "thread \"" + masked + '"';
    }
    Class<?> type = thread.getClass();
    return Jdk.declares(type) ? "thread" : "thread " + type.getName();
  }
}
