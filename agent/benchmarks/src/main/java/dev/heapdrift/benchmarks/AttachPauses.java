package dev.heapdrift.benchmarks;

import dev.heapdrift.benchmarks.work.ProbedWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a running program notices when the agent comes, stays and goes: {@code AttachPauses
 * AGENT.jar RUNS WORKLOAD LEVEL}. For each phase the throughput beside that before, and how late
 * the ticks of a probe came; how long attaching and detaching took. Medians of the runs; of the
 * longest pause, the longest.
 */
final class AttachPauses {
  private static final long WARM_SECONDS = 40;
  private static final long PHASE_SECONDS = 10;

  /** What an act sets off, as compiling anew, ends within these; phases of their own. */
  private static final int AFTERMATHS = 6;

  private static final long AFTERMATH_SECONDS = 2;

  private static final int SNAPSHOTS = 3;
  private static final int UNITS = 0;
  private static final int MAX = 4;

  private final Path agent;
  private final String workload;
  private final String level;
  private final Map<String, List<double[]>> phases = new LinkedHashMap<>();
  private final Map<String, List<Double>> acts = new LinkedHashMap<>();

  private AttachPauses(Path agent, String workload, String level) {
    this.agent = agent;
    this.workload = workload;
    this.level = level;
  }

  public static void main(String[] args) throws Exception {
    AttachPauses pauses = new AttachPauses(Path.of(args[0]).toAbsolutePath(), args[2], args[3]);
    try (Scratch scratch = new Scratch()) {
      for (int run = 0; run < Integer.parseInt(args[1]); run++) {
        pauses.run(scratch.folder().resolve("run-" + run));
      }
    }
    pauses.print();
  }

  private void run(Path snapshots) throws Exception {
    ChildJvm jvm =
        ChildJvm.plain(Path.of(System.getProperty("java.home")))
            .with("-XX:+EnableDynamicAgentLoading");
    try (InteractiveProcess child = new InteractiveProcess(jvm, ProbedWork.class, workload);
        AgentControl control = AgentControl.of(child.await("READY"), agent)) {
      TimeUnit.SECONDS.sleep(WARM_SECONDS);
      end(child);
      stay(child, "before", PHASE_SECONDS);
      act(
          child,
          "attach",
          () -> control.ask("attach level=" + level + ",interval=0,snapshots=" + snapshots));
      stay(child, "attached", PHASE_SECONDS);
      act(
          child,
          "snapshot",
          () -> {
            for (int i = 0; i < SNAPSHOTS; i++) {
              control.ask("snapshot");
            }
          });
      act(child, "detach", control::leave);
      stay(child, "after", PHASE_SECONDS);
    }
  }

  private interface Act {
    void run() throws Exception;
  }

  private void act(InteractiveProcess child, String name, Act act) throws Exception {
    long begin = System.nanoTime();
    act.run();
    acts.computeIfAbsent(name, n -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e6);
    phases.computeIfAbsent(name, n -> new ArrayList<>()).add(end(child));
    for (int i = 1; i <= AFTERMATHS; i++) {
      stay(child, name + " + " + i * AFTERMATH_SECONDS + " s", AFTERMATH_SECONDS);
    }
  }

  private void stay(InteractiveProcess child, String name, long seconds)
      throws InterruptedException {
    TimeUnit.SECONDS.sleep(seconds);
    phases.computeIfAbsent(name, n -> new ArrayList<>()).add(end(child));
  }

  /** The phase that ends now: units a second, then lateness in microseconds. */
  private static double[] end(InteractiveProcess child) {
    child.send("end");
    String[] figures = child.await("PHASE").split(" ", -1);
    return Arrays.stream(figures).mapToDouble(Double::parseDouble).toArray();
  }

  private void print() {
    String title = workload + ", level " + level + ", Java " + Runtime.version().feature();
    Table table =
        new Table(
            System.out,
            title,
            "phase",
            "throughput",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "max ms",
            "took ms");
    double before = median(phases.get("before"), UNITS);
    phases.forEach(
        (name, runs) ->
            table.row(
                name,
                Table.ratio(median(runs, UNITS) / before),
                millis(median(runs, 1)),
                millis(median(runs, 2)),
                millis(median(runs, 3)),
                millis(runs.stream().mapToDouble(run -> run[MAX]).max().orElse(0)),
                acts.containsKey(name) ? Table.number(middle(acts.get(name))) : ""));
  }

  private static String millis(double micros) {
    return String.format(Locale.ROOT, "%.2f", micros / 1000);
  }

  private static double median(List<double[]> runs, int figure) {
    return middle(runs.stream().map(run -> run[figure]).toList());
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
  }
}
