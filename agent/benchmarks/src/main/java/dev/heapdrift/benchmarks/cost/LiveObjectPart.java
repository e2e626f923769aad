package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.ChildJvm;
import dev.heapdrift.benchmarks.MedianInterval;
import dev.heapdrift.benchmarks.MemoryUse;
import dev.heapdrift.benchmarks.Table;
import dev.heapdrift.benchmarks.work.LiveObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Level {@code exact}: bytes added to a live object. */
final class LiveObjectPart {

  private static final int LIVE = 500_000;

  private final int sets;
  private final String agentOptions;
  private final Tools tools;
  private final Optional<Python> python;

  LiveObjectPart(CostOptions options, Tools tools, Optional<Python> python) {
    this.sets = options.size().sets();
    this.agentOptions = options.agentOptions();
    this.tools = tools;
    this.python = python;
  }

  void run() {
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
    for (String frames : AllocationPart.FRAMES) {
      try {
        row(table, frames);
      } catch (IllegalStateException e) {
        table.row(name(frames), e.getMessage().lines().findFirst().orElse(""), "", "", "", "0");
      }
    }
    String traced = python.map(p -> Table.number(p.bytesPerBlock(LIVE))).orElse(Python.MISSING);
    table.row("tracemalloc, 1 frame (its own account)", traced, "", "", "", "1");
  }

  private static String name(String frames) {
    return "`exact`, " + frames;
  }

  private void row(Table table, String frames) {
    List<Double> heap = new ArrayList<>();
    List<Double> resident = new ArrayList<>();
    for (int set = 0; set < sets; set++) {
      System.err.printf("live objects, %s: set %d of %d%n", frames, set + 1, sets);
      MemoryUse with = ofMany(tools.exact(frames + agentOptions), Variant.EXACT);
      MemoryUse added = with.minus(ofMany(tools.jvm(), Variant.NONE));
      heap.add(added.heap() / LIVE);
      resident.add(added.resident() / LIVE);
    }
    MedianInterval heaps = MedianInterval.of(heap);
    MedianInterval residents = MedianInterval.of(resident);
    table.row(
        name(frames),
        Table.number(heaps.median()),
        Table.numbers(heaps),
        Table.number(residents.median()),
        Table.numbers(residents),
        Integer.toString(sets));
  }

  /** What many objects need more than none, in a heap that grows and shrinks with them. */
  private static MemoryUse ofMany(ChildJvm jvm, Variant variant) {
    return use(jvm, LIVE, variant).minus(use(jvm, 0, variant));
  }

  private static MemoryUse use(ChildJvm jvm, int objects, Variant variant) {
    String output =
        jvm.with("-Xms16m").run(LiveObjects.class, Integer.toString(objects), variant.tool());
    return MemoryUse.in(output);
  }
}
