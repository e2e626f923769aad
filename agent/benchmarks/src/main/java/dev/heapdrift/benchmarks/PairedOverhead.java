package dev.heapdrift.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares every collection benchmark without and with the agent: {@code PairedOverhead AGENT.jar
 * PAIRS [OPTIONS [PATTERN]]}, and prints a Markdown table. With {@code zoom=on} the large
 * structures, which have just grown to their size, are zoomed all the time: that measures the zoom;
 * without, the hooks alone.
 *
 * <p>A pair is two fresh JVMs that live at the same time and measure in turns of a few dozen
 * milliseconds, never together: what else the machine does falls on both alike. Now and then both
 * build the large structures anew, for where they lie decides how fast they are. The ratio of a
 * pair is the median over its turns.
 */
final class PairedOverhead {

  private static final int WARM_UP_ROUNDS = 6;
  private static final int LAYOUTS = 4;
  private static final int TURNS = 3;

  private PairedOverhead() {}

  public static void main(String[] args) throws IOException {
    Path agent = Path.of(args[0]).toAbsolutePath();
    int pairs = Integer.parseInt(args[1]);
    String options = args.length > 2 ? args[2] : "zoom=off";
    CollectionRuns runs = new CollectionRuns(args.length > 3 ? args[3] : "");
    ChildJvm without = CollectionRuns.jvm();
    try (Scratch scratch = new Scratch()) {
      String argument = agent + "=interval=0," + options + ",snapshots=" + scratch.folder();
      ChildJvm with = without.with("-javaagent:" + argument);
      for (int pair = 0; pair < pairs; pair++) {
        pair(runs, pair, without, with);
        System.err.printf("pair %d of %d%n", pair + 1, pairs);
      }
    }
    runs.print();
  }

  private static void pair(CollectionRuns runs, int pair, ChildJvm without, ChildJvm with)
      throws IOException {
    try (InteractiveProcess a = new InteractiveProcess(without, JmhWorkload.class);
        InteractiveProcess b = new InteractiveProcess(with, JmhWorkload.class)) {
      a.await("READY");
      b.await("READY");
      CollectionRuns.warmUp(runs.shuffled(pair), WARM_UP_ROUNDS, a, b);
      turns(runs, pair % 2 == 0, a, b).forEach((name, own) -> runs.pair(name, own.median()));
    }
  }

  private static Map<String, PairedRatio> turns(
      CollectionRuns runs, boolean aFirst, InteractiveProcess a, InteractiveProcess b) {
    Map<String, PairedRatio> turns = new TreeMap<>();
    for (int layout = 0; layout < LAYOUTS; layout++) {
      CollectionRuns.anew(a, b);
      for (String name : runs.names()) {
        PairedRatio own = turns.computeIfAbsent(name, n -> new PairedRatio());
        for (int turn = 0; turn < TURNS; turn++) {
          double first = CollectionRuns.nanos(aFirst ? a : b, name);
          double second = CollectionRuns.nanos(aFirst ? b : a, name);
          double without = aFirst ? first : second;
          own.add(aFirst ? second : first, without);
          runs.without(name, without);
        }
      }
    }
    return turns;
  }
}
