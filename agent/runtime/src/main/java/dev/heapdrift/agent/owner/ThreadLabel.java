package dev.heapdrift.agent.owner;

import java.util.regex.Pattern;

/**
 * Names a thread without recording a value of the application: by its name where the JDK made that,
 * with numbers masked, else by its class, else by what it runs.
 */
final class ThreadLabel {
  private static final Pattern MADE_BY_THE_JDK =
      Pattern.compile(
          "main|Thread-#|Timer-#|pool-#-thread-#|ForkJoinPool-#-worker-#"
              + "|ForkJoinPool\\.commonPool-worker-#");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

  private ThreadLabel() {}

  /**
   * {@code thread "pool-#-thread-#"}, {@code thread com.app.Poller}, {@code thread of
   * com.app.Refill}, {@code a pool's thread}.
   *
   * @param name its name, or null
   * @param task the Runnable that it was made with, or null
   */
  static String of(Thread thread, String name, Object task) {
    String masked = name == null ? "" : NUMBER.matcher(name).replaceAll("#");
    if (MADE_BY_THE_JDK.matcher(masked).matches()) {
      return "thread \"" + masked + '"';
    }
    Class<?> type = thread.getClass();
    return type == Thread.class ? byTask(task) : "thread " + type.getName();
  }

  private static String byTask(Object task) {
    if (task == null) {
      return "a thread";
    }
    Class<?> type = task.getClass();
    if (type.getName().equals(WORKER)) {
      return "a pool's thread";
    }
    if (Jdk.declares(type)) {
      return "a thread";
    }
    String name = type.getName();
    int lambda = Jdk.isLambda(type) ? name.indexOf("$$Lambda") : -1;
    return "thread of " + (lambda < 0 ? name : "a lambda in " + name.substring(0, lambda));
  }
}
