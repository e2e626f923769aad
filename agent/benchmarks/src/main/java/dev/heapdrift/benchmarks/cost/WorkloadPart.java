package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.MedianInterval;
import dev.heapdrift.benchmarks.Table;
import dev.heapdrift.benchmarks.work.WorkServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Realistic programs under each tool: time and CPU time against no agent, and when it settled. */
final class WorkloadPart {

  private final CostOptions options;
  private final Tools tools;
  private final Map<Variant, String> missing = new LinkedHashMap<>();
  private final Map<Variant, List<String>> arguments = new LinkedHashMap<>();

  WorkloadPart(CostOptions options, Tools tools) {
    this.options = options;
    this.tools = tools;
    for (Variant variant : options.variants()) {
      try {
        arguments.put(variant, variant.jvmArguments(tools, options.agentOptions()));
      } catch (ToolMissingException e) {
        missing.put(variant, e.getMessage());
      }
    }
  }

  void run() throws IOException {
    try (TurnsFile file = new TurnsFile(options.turnsFile())) {
      for (String workload : options.workloads()) {
        List<Map<Variant, Turns>> sets = new ArrayList<>();
        for (int set = 0; set < options.size().sets(); set++) {
          System.err.printf("%s: set %d of %d%n", workload, set + 1, options.size().sets());
          sets.add(set(workload));
          file.write(workload, set, sets.get(set));
        }
        print(workload, sets);
      }
    }
  }

  private Map<Variant, Turns> set(String workload) throws IOException {
    List<Contender> contenders = new ArrayList<>();
    arguments.forEach(
        (variant, more) ->
            contenders.add(
                new Contender(
                    variant.title(),
                    tools
                        .jvm()
                        .with(more.toArray(String[]::new))
                        .command(WorkServer.class, workload, variant.tool()))));
    Map<Variant, Turns> turns = new LinkedHashMap<>();
    try (ProcessSet processes = new ProcessSet(contenders, tools.scratch())) {
      List<Turns> all = processes.run(options.size());
      arguments.keySet().forEach(variant -> turns.put(variant, all.get(turns.size())));
    }
    String problem = turns.get(Variant.NONE).problem();
    if (!problem.isEmpty()) {
      throw new IllegalStateException(workload + " without any tool: " + problem);
    }
    return turns;
  }

  private void print(String workload, List<Map<Variant, Turns>> sets) {
    Table table =
        new Table(
            System.out,
            workload,
            "",
            "time: ratio",
            "95 %",
            "CPU: ratio",
            "95 %",
            "sets",
            "settled after, s (of them working)");
    List<Double> base = new ArrayList<>();
    int from = options.size().settleTurns();
    sets.forEach(set -> base.addAll(set.get(Variant.NONE).nanosPerUnit(from)));
    double micros = MedianInterval.of(base).median() / 1000;
    table.row("no agent", Table.number(micros) + " µs a unit", "", "", "", "" + sets.size(), "");
    for (Variant variant : options.variants()) {
      if (missing.containsKey(variant)) {
        table.row(variant.title(), missing.get(variant), "", "", "", "0", "");
      } else if (variant != Variant.NONE) {
        row(table, variant, sets);
      }
    }
  }

  private void row(Table table, Variant variant, List<Map<Variant, Turns>> sets) {
    List<Map<Variant, Turns>> good =
        sets.stream().filter(set -> set.get(variant).problem().isEmpty()).toList();
    if (good.isEmpty()) {
      table.row(variant.title(), sets.get(0).get(variant).problem(), "", "", "", "0", "");
      return;
    }
    int from = options.size().settleTurns();
    List<Double> time = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<List<Double>> whole = new ArrayList<>();
    for (Map<Variant, Turns> set : good) {
      Turns base = set.get(Variant.NONE);
      Turns turns = set.get(variant);
      time.add(MedianInterval.of(turns.ratios(base, from)).median());
      cpu.add(turns.cpuPerUnit(from) / base.cpuPerUnit(from));
      whole.add(turns.ratios(base, 0));
    }
    int settled = Settling.turn(whole, from);
    MedianInterval times = MedianInterval.of(time);
    MedianInterval cpus = MedianInterval.of(cpu);
    table.row(
        variant.title(),
        Table.ratio(times.median()),
        Table.interval(times),
        Table.ratio(cpus.median()),
        Table.interval(cpus),
        Integer.toString(good.size()),
        settled(good.stream().map(set -> set.get(variant)).toList(), settled));
  }

  /** Seconds since a process's first turn, by the clock and of its own work. */
  private String settled(List<Turns> all, int turn) {
    List<Double> seconds = new ArrayList<>();
    List<Double> worked = new ArrayList<>();
    for (Turns turns : all) {
      double first = turns.all().get(0).startSeconds();
      seconds.add(turns.all().get(turn).startSeconds() - first);
      worked.add(turns.workedSeconds(turn));
    }
    String text =
        Table.number(MedianInterval.of(seconds).median())
            + " ("
            + Table.number(MedianInterval.of(worked).median())
            + ')';
    return turn >= options.size().settleTurns() ? "not before " + text : text;
  }
}
