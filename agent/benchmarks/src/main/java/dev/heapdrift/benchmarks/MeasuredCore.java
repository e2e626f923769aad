package dev.heapdrift.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A core of the machine for the thread that is measured; the JVM's other threads and the agent's
 * share the rest. Without, 30 ms of gets from a large map took 57 or 110 ns each, by which core the
 * thread was on and what ran there. On Linux, with {@code taskset} (util-linux); elsewhere, and on
 * a machine of one core, nothing is bound, and intervals are wider.
 */
final class MeasuredCore {

  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final String MEASURED = String.valueOf(CORES - 1);
  private static final String OTHERS = CORES == 2 ? "0" : "0-" + (CORES - 2);
  private static final boolean POSSIBLE = CORES > 1 && allowed(OTHERS) && allowed(MEASURED);

  private MeasuredCore() {}

  /**
   * The command, bound to all cores but the measured one. The JVM still sizes itself for all of
   * them: bound to one it would choose the serial collector.
   */
  static List<String> spared(ChildJvm jvm, Class<?> main) {
    if (!POSSIBLE) {
      return jvm.command(main);
    }
    List<String> command = new ArrayList<>(List.of("taskset", "--cpu-list", OTHERS));
    command.addAll(jvm.with("-XX:+UseG1GC", "-XX:ActiveProcessorCount=" + CORES).command(main));
    return command;
  }

  /**
   * Moves the main thread of a running JVM to the measured core, and what it starts from now on.
   */
  static void give(InteractiveProcess jvm) {
    if (!POSSIBLE) {
      return;
    }
    for (Path thread : threads(jvm)) {
      if (isMain(thread)) {
        String id = thread.getFileName().toString();
        run("taskset", "--cpu-list", "--pid", MEASURED, id);
      }
    }
  }

  private static List<Path> threads(InteractiveProcess jvm) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(jvm.pid()), "task"))) {
      return threads.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It keeps the command's name; every other thread of the JVM has one of its own. */
  private static boolean isMain(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip().equals("java");
    } catch (IOException e) {
      return false; // it has ended meanwhile
    }
  }

  /** In a container a machine's cores may have other numbers, or not be ours to choose. */
  private static boolean allowed(String cores) {
    return run("taskset", "--cpu-list", cores, "true");
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
