package dev.heapdrift.benchmarks;

import dev.heapdrift.benchmarks.work.HeapAfterWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The heap that the agent occupies itself: {@code AgentHeap AGENT.jar PAIRS [OPTIONS]}. Used heap
 * after full collections, with the agent less without, of a program that only waits and of one that
 * works; by default in level {@code watch}.
 */
final class AgentHeap {

  private static final List<String> PROGRAMS = List.of("idle", "h2", "http");
  private static final String MILLIS = "10000";
  private static final double MIB = 1 << 20;

  private AgentHeap() {}

  public static void main(String[] args) throws IOException {
    Path agent = Path.of(args[0]).toAbsolutePath();
    int pairs = Integer.parseInt(args[1]);
    String options = args.length > 2 ? args[2] : "level=watch";
    ChildJvm without = ChildJvm.plain(Path.of(System.getProperty("java.home")));
    try (Scratch scratch = new Scratch()) {
      String argument = agent + "=" + options + ",snapshots=" + scratch.folder();
      compare(without, without.with("-javaagent:" + argument), pairs, options);
    }
  }

  private static void compare(ChildJvm without, ChildJvm with, int pairs, String options) {
    System.out.println(
        "| program, " + options + " | added heap (median) | 95 % interval | pairs |");
    System.out.println("|---|---|---|---|");
    for (String program : PROGRAMS) {
      List<Double> added = new ArrayList<>();
      for (int pair = 0; pair < pairs; pair++) {
        added.add(use(with, program).minus(use(without, program)).heap() / MIB);
        System.err.printf("%s: pair %d of %d%n", program, pair + 1, pairs);
      }
      MedianInterval all = MedianInterval.of(added);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f MiB | %.1f – %.1f | %d |%n",
          program,
          all.median(),
          all.lower(),
          all.upper(),
          all.values());
    }
  }

  private static MemoryUse use(ChildJvm jvm, String program) {
    return MemoryUse.in(jvm.run(HeapAfterWork.class, program, MILLIS));
  }
}
