package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.MedianInterval;
import dev.heapdrift.benchmarks.Table;
import dev.heapdrift.benchmarks.work.WorkServer;
import dev.heapdrift.benchmarks.work.Workloads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Level {@code exact}: time added to an allocation. */
final class AllocationPart {

  /** The default, ours as tracemalloc's; and many. */
  static final List<String> FRAMES = List.of("trace-frames=1", "trace-frames=25");

  private final SuiteSize size;
  private final String agentOptions;
  private final Tools tools;
  private final Optional<Python> python;

  AllocationPart(CostOptions options, Tools tools, Optional<Python> python) {
    this.size = options.size();
    this.agentOptions = options.agentOptions();
    this.tools = tools;
    this.python = python;
  }

  void run() throws IOException {
    Table table =
        new Table(
            System.out,
            "ns added to an allocation",
            "",
            "without, ns",
            "added, ns",
            "95 %",
            "CPU added, ns",
            "95 %",
            "sets");
    for (String workload : Workloads.ALLOCATING) {
      List<Contender> contenders = new ArrayList<>();
      contenders.add(
          new Contender("", tools.jvm().command(WorkServer.class, workload, Variant.NONE.tool())));
      for (String frames : FRAMES) {
        contenders.add(
            new Contender(
                workload + ", `exact`, " + frames,
                tools
                    .exact(frames + agentOptions)
                    .command(WorkServer.class, workload, Variant.EXACT.tool())));
      }
      added(table, contenders);
    }
    if (python.isPresent()) {
      Contender plain = python.get().plain("new-object");
      Contender traced = python.get().traced("new-object");
      added(table, List.of(plain, traced));
    } else {
      table.row("tracemalloc", Python.MISSING, "", "", "", "", "0");
    }
  }

  /** One row for each contender but the first, which is without any tool. */
  private void added(Table table, List<Contender> contenders) throws IOException {
    String name = contenders.get(1).name();
    List<List<Turns>> sets = ProcessSet.all(name, contenders, tools.scratch(), size);
    for (int i = 1; i < contenders.size(); i++) {
      row(table, contenders.get(i).name(), sets, i);
    }
  }

  private void row(Table table, String name, List<List<Turns>> sets, int contender) {
    int from = size.settleTurns();
    List<Double> base = new ArrayList<>();
    List<Double> added = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (List<Turns> set : sets) {
      Turns without = set.get(0);
      Turns with = set.get(contender);
      if (without.problem().isEmpty() && with.problem().isEmpty()) {
        base.add(median(without.nanosPerUnit(from)) / Workloads.ALLOCATIONS);
        added.add(median(with.differences(without, from)) / Workloads.ALLOCATIONS);
        cpu.add((with.cpuPerUnit(from) - without.cpuPerUnit(from)) / Workloads.ALLOCATIONS);
      }
    }
    if (added.isEmpty()) {
      table.row(name, sets.get(0).get(contender).problem(), "", "", "", "", "0");
      return;
    }
    MedianInterval all = MedianInterval.of(added);
    MedianInterval cpus = MedianInterval.of(cpu);
    table.row(
        name,
        Table.number(median(base)),
        Table.number(all.median()),
        Table.numbers(all),
        Table.number(cpus.median()),
        Table.numbers(cpus),
        Integer.toString(added.size()));
  }

  private static double median(List<Double> values) {
    return MedianInterval.of(values).median();
  }
}
