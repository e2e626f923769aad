package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What programs print that run all at once in this JVM, each on a thread of its own, which alone
 * prints.
 */
final class Printed extends OutputStream {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Map<Thread, ByteArrayOutputStream> byThread = new ConcurrentHashMap<>();

  private Printed() {}

  /**
   * Runs them to their ends.
   *
   * @param programs main classes
   * @param arguments those of each
   * @return main class to what it has printed
   */
  static Map<String, String> by(List<String> programs, String... arguments) throws Exception {
    Printed printed = new Printed();
    Map<String, Thread> threads = new HashMap<>();
    for (String program : programs) {
      Method main = Class.forName(program).getMethod("main", String[].class);
      threads.put(program, new Thread(() -> run(main, arguments), program));
    }
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      threads.values().forEach(Thread::start);
      for (Thread thread : threads.values()) {
        thread.join(PATIENCE.toMillis());
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    } finally {
      System.setOut(before);
    }
    Map<String, String> answers = new HashMap<>();
    threads.forEach((program, thread) -> answers.put(program, printed.of(thread)));
    return answers;
  }

  private static void run(Method main, String... arguments) {
    try {
      main.invoke(null, (Object) arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String of(Thread thread) {
    ByteArrayOutputStream bytes = byThread.get(thread);
    return bytes == null ? "" : bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    byThread
        .computeIfAbsent(Thread.currentThread(), thread -> new ByteArrayOutputStream())
        .write(b);
  }
}
