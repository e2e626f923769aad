package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.ChildJvm;
import dev.heapdrift.benchmarks.MedianInterval;
import dev.heapdrift.benchmarks.Table;
import dev.heapdrift.benchmarks.work.WorkServer;
import dev.heapdrift.benchmarks.work.Workloads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Three programs in Java and in Python: what {@code exact} and what tracemalloc make of them. */
final class LanguagePart {

  private final SuiteSize size;
  private final String agentOptions;
  private final Tools tools;
  private final Optional<Python> python;

  LanguagePart(CostOptions options, Tools tools, Optional<Python> python) {
    this.size = options.size();
    this.agentOptions = options.agentOptions();
    this.tools = tools;
    this.python = python;
  }

  void run() throws IOException {
    Table table =
        new Table(
            System.out,
            "Two languages, one frame each",
            "program",
            "Java, µs a unit",
            "`exact`: slowdown",
            "95 %",
            python.map(Python::version).orElse("CPython") + ", µs a unit",
            "tracemalloc: slowdown",
            "95 %",
            "sets");
    for (String program : Workloads.IN_PYTHON_TOO) {
      List<List<Turns>> sets = ProcessSet.all(program, contenders(program), tools.scratch(), size);
      List<String> cells = new ArrayList<>(List.of(program));
      cells.addAll(slowdown(sets, 0));
      cells.addAll(python.isPresent() ? slowdown(sets, 2) : List.of("", Python.MISSING, ""));
      cells.add(Integer.toString(sets.size()));
      table.row(cells.toArray(String[]::new));
    }
  }

  /** Each language's plain run, then its traced one. */
  private List<Contender> contenders(String program) {
    ChildJvm exact = tools.exact("trace-frames=1" + agentOptions);
    List<Contender> all = new ArrayList<>();
    all.add(
        new Contender("Java", tools.jvm().command(WorkServer.class, program, Variant.NONE.tool())));
    all.add(new Contender("exact", exact.command(WorkServer.class, program, Variant.EXACT.tool())));
    python.ifPresent(p -> all.addAll(List.of(p.plain(program), p.traced(program))));
    return all;
  }

  /** Time of a unit without, ratio with, and its interval; or the reason. */
  private List<String> slowdown(List<List<Turns>> sets, int plain) {
    int from = size.settleTurns();
    List<Double> micros = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (List<Turns> set : sets) {
      Turns without = set.get(plain);
      Turns with = set.get(plain + 1);
      String problem = without.problem() + with.problem();
      if (!problem.isEmpty()) {
        return List.of("", problem, "");
      }
      micros.add(MedianInterval.of(without.nanosPerUnit(from)).median() / 1000);
      ratios.add(MedianInterval.of(with.ratios(without, from)).median());
    }
    MedianInterval all = MedianInterval.of(ratios);
    return List.of(
        Table.number(MedianInterval.of(micros).median()),
        Table.ratio(all.median()),
        Table.interval(all));
  }
}
