package dev.heapdrift.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares every collection benchmark with the agent switched off and on, in one and the same JVM:
 * {@code SwitchedOverhead AGENT.jar JVMS [OPTIONS [PATTERN]]}, and prints a Markdown table. At
 * level {@code off} all hooks are out and nothing is recorded.
 *
 * <p>Where the structures of a JVM come to lie makes two JVMs differ by half, whatever runs in
 * them. Here both sides use the same structures at the same addresses: they are built anew, then
 * the agent goes off, on, off and on, and each time the compiler is given the time to compile again
 * what was changed. The ratio of a JVM is the median over the times. What the agent leaves behind
 * when it is off, such as the profiles of its own calls, is on both sides; {@link PairedOverhead}
 * has JVMs that never saw it.
 */
final class SwitchedOverhead {

  private static final int WARM_UP_ROUNDS = 3;

  /** Rounds after a switch: some hundred thousand calls each. */
  private static final int RECOMPILING_ROUNDS = 2;

  private static final int LAYOUTS = 2;
  private static final int SWITCHES = 2;
  private static final int TURNS = 3;

  private final CollectionRuns runs;
  private final InteractiveProcess jvm;
  private final AgentControl control;
  private final List<String> order;

  private SwitchedOverhead(
      CollectionRuns runs, InteractiveProcess jvm, AgentControl control, List<String> order) {
    this.runs = runs;
    this.jvm = jvm;
    this.control = control;
    this.order = order;
  }

  public static void main(String[] args) throws Exception {
    Path agent = Path.of(args[0]).toAbsolutePath();
    int jvms = Integer.parseInt(args[1]);
    String options = args.length > 2 ? args[2] : "zoom=off";
    CollectionRuns runs = new CollectionRuns(args.length > 3 ? args[3] : "");
    try (Scratch scratch = new Scratch()) {
      String argument = agent + "=interval=0," + options + ",snapshots=" + scratch.folder();
      ChildJvm with =
          CollectionRuns.jvm().with("-XX:+EnableDynamicAgentLoading", "-javaagent:" + argument);
      for (int each = 0; each < jvms; each++) {
        try (InteractiveProcess jvm = new InteractiveProcess(with, JmhWorkload.class)) {
          jvm.await("READY");
          try (AgentControl control = AgentControl.of(jvm.pid(), agent)) {
            new SwitchedOverhead(runs, jvm, control, runs.shuffled(each)).measure(each % 2 == 0);
          }
        }
        System.err.printf("JVM %d of %d%n", each + 1, jvms);
      }
    }
    runs.print();
  }

  private void measure(boolean offFirst) throws Exception {
    CollectionRuns.warmUp(order, WARM_UP_ROUNDS, jvm);
    Map<String, PairedRatio> ratios = new TreeMap<>();
    for (int layout = 0; layout < LAYOUTS; layout++) {
      CollectionRuns.anew(jvm);
      for (int time = 0; time < SWITCHES; time++) {
        Map<String, Double> first = at(offFirst ? "off" : "watch");
        Map<String, Double> second = at(offFirst ? "watch" : "off");
        Map<String, Double> off = offFirst ? first : second;
        Map<String, Double> on = offFirst ? second : first;
        off.forEach(
            (name, nanos) -> {
              runs.without(name, nanos);
              ratios.computeIfAbsent(name, n -> new PairedRatio()).add(on.get(name), nanos);
            });
      }
    }
    ratios.forEach((name, own) -> runs.pair(name, own.median()));
  }

  /** What the operations take at a level: of each the median of some turns. */
  private Map<String, Double> at(String level) throws Exception {
    control.ask("level " + level);
    CollectionRuns.warmUp(order, RECOMPILING_ROUNDS, jvm);
    Map<String, List<Double>> nanos = new TreeMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      for (String name : order) {
        nanos.computeIfAbsent(name, n -> new ArrayList<>()).add(CollectionRuns.nanos(jvm, name));
      }
    }
    Map<String, Double> medians = new TreeMap<>();
    nanos.forEach((name, turns) -> medians.put(name, MedianInterval.of(turns).median()));
    return medians;
  }
}
