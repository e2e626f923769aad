package dev.heapdrift.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What the agent adds to a program that does nothing: {@code StartUp AGENT.jar PAIRS}. Wall time of
 * the whole process, its exit snapshot included, and its resident memory two seconds after start,
 * when all that the agent starts in the background has started.
 */
final class StartUp {

  private StartUp() {}

  public static void main(String[] args) throws IOException {
    Path agent = Path.of(args[0]).toAbsolutePath();
    ChildJvm without = ChildJvm.plain(Path.of(System.getProperty("java.home")));
    try (Scratch scratch = new Scratch()) {
      String argument = agent + "=snapshots=" + scratch.folder();
      compare(without, without.with("-javaagent:" + argument), Integer.parseInt(args[1]));
    }
  }

  private static void compare(ChildJvm without, ChildJvm with, int pairs) {
    List<Double> millis = new ArrayList<>();
    List<Double> megabytes = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      millis.add(wallMillis(with) - wallMillis(without));
      megabytes.add((residentKb(with) - residentKb(without)) / 1024);
    }
    print("wall time of an empty program", "ms", millis);
    print("resident memory after two seconds", "MiB", megabytes);
  }

  private static double wallMillis(ChildJvm jvm) {
    long begin = System.nanoTime();
    jvm.run(IdleProgram.class, "0");
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double residentKb(ChildJvm jvm) {
    return Double.parseDouble(jvm.run(IdleProgram.class, "2000").trim());
  }

  private static void print(String what, String unit, List<Double> added) {
    Collections.sort(added);
    int n = added.size();
    System.out.printf(
        Locale.ROOT,
        "| added %s | %.1f %s | %.1f – %.1f | %d |%n",
        what,
        added.get(n / 2),
        unit,
        added.get(0),
        added.get(n - 1),
        n);
  }
}
