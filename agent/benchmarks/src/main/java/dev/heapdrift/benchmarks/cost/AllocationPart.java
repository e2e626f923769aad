package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.ChildJvm;
import dev.heapdrift.benchmarks.MedianInterval;
import dev.heapdrift.benchmarks.MemoryUse;
import dev.heapdrift.benchmarks.work.LiveObjects;
import dev.heapdrift.benchmarks.work.WorkServer;
import dev.heapdrift.benchmarks.work.Workloads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Level {@code exact}: time added to an allocation, and bytes added to a live object. */
final class AllocationPart {

  /** The default, ours as tracemalloc's; and many. */
  private static final List<String> EXACT = List.of("trace-frames=1", "trace-frames=25");

  private static final int LIVE = 500_000;

  private final CostOptions options;
  private final Tools tools;
  private final Optional<Python> python;

  AllocationPart(CostOptions options, Tools tools, Optional<Python> python) {
    this.options = options;
    this.tools = tools;
    this.python = python;
  }

  void run() throws IOException {
    nanosPerAllocation();
    bytesPerObject();
  }

  private ChildJvm exact(String frames) {
    return tools.jvm().with(tools.agent("level=exact," + frames + options.agentOptions()));
  }

  private void nanosPerAllocation() throws IOException {
    Table table =
        new Table(
            System.out,
            "ns added to an allocation",
            "",
            "without, ns",
            "added, ns",
            "95 %",
            "sets");
    for (String workload : Workloads.ALLOCATING) {
      List<Contender> contenders = new ArrayList<>();
      contenders.add(
          new Contender("", tools.jvm().command(WorkServer.class, workload, Variant.NONE.tool())));
      for (String frames : EXACT) {
        contenders.add(
            new Contender(
                workload + ", `exact`, " + frames,
                exact(frames).command(WorkServer.class, workload, Variant.EXACT.tool())));
      }
      added(table, contenders);
    }
    if (python.isPresent()) {
      Contender plain = python.get().plain("new-object");
      Contender traced = python.get().traced("new-object");
      added(table, List.of(plain, traced));
    } else {
      table.row("tracemalloc", Python.MISSING, "", "", "0");
    }
  }

  /** One row for each contender but the first, which is without any tool. */
  private void added(Table table, List<Contender> contenders) throws IOException {
    List<List<Turns>> sets = new ArrayList<>();
    for (int set = 0; set < options.size().sets(); set++) {
      System.err.printf(
          "%s: set %d of %d%n", contenders.get(1).name(), set + 1, options.size().sets());
      try (ProcessSet processes = new ProcessSet(contenders, tools.scratch())) {
        sets.add(processes.run(options.size()));
      }
    }
    int from = options.size().settleTurns();
    for (int i = 1; i < contenders.size(); i++) {
      List<Double> base = new ArrayList<>();
      List<Double> added = new ArrayList<>();
      for (List<Turns> set : sets) {
        if (set.get(0).problem().isEmpty() && set.get(i).problem().isEmpty()) {
          base.add(eachNanos(set.get(0).nanosPerUnit(from)));
          added.add(eachNanos(set.get(i).differences(set.get(0), from)));
        }
      }
      if (added.isEmpty()) {
        table.row(contenders.get(i).name(), sets.get(0).get(i).problem(), "", "", "0");
      } else {
        MedianInterval all = MedianInterval.of(added);
        table.row(
            contenders.get(i).name(),
            Table.number(MedianInterval.of(base).median()),
            Table.number(all.median()),
            Table.numbers(all),
            Integer.toString(added.size()));
      }
    }
  }

  private static double eachNanos(List<Double> perUnit) {
    return MedianInterval.of(perUnit).median() / Workloads.ALLOCATIONS;
  }

  private void bytesPerObject() {
    Table table =
        new Table(
            System.out,
            "Bytes added to a live object",
            "",
            "heap",
            "95 %",
            "resident",
            "95 %",
            "sets");
    for (String frames : EXACT) {
      List<Double> heap = new ArrayList<>();
      List<Double> resident = new ArrayList<>();
      for (int set = 0; set < options.size().sets(); set++) {
        System.err.printf("live objects: set %d of %d%n", set + 1, options.size().sets());
        MemoryUse added = perObject(exact(frames)).minus(perObject(tools.jvm()));
        heap.add(added.heap() / LIVE);
        resident.add(added.resident() / LIVE);
      }
      MedianInterval heaps = MedianInterval.of(heap);
      MedianInterval residents = MedianInterval.of(resident);
      table.row(
          "`exact`, " + frames,
          Table.number(heaps.median()),
          Table.numbers(heaps),
          Table.number(residents.median()),
          Table.numbers(residents),
          Integer.toString(heaps.values()));
    }
    String traced = python.map(p -> Table.number(p.bytesPerBlock(LIVE))).orElse(Python.MISSING);
    table.row("tracemalloc, 1 frame (its own account)", traced, "", "", "", "1");
  }

  /** What many objects need more than none, in a heap that grows and shrinks with them. */
  private static MemoryUse perObject(ChildJvm jvm) {
    ChildJvm small = jvm.with("-Xms16m");
    MemoryUse many = MemoryUse.in(small.run(LiveObjects.class, Integer.toString(LIVE)));
    return many.minus(MemoryUse.in(small.run(LiveObjects.class, "0")));
  }
}
