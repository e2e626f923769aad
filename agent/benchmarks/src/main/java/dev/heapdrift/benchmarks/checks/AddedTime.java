package dev.heapdrift.benchmarks.checks;

import dev.heapdrift.benchmarks.ChildJvm;
import dev.heapdrift.benchmarks.MedianInterval;
import dev.heapdrift.benchmarks.Scratch;
import dev.heapdrift.benchmarks.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What leak checks add to a test class of fifty tests: {@code AddedTime AGENT.jar ROUNDS}. In each
 * round fresh JVMs, in turned order, run {@link FiftyScenarios} without the annotation, with it and
 * an agent that attaches itself, and with it and the agent from the start. Prints Markdown, and the
 * ms of each JVM on stderr.
 */
final class AddedTime {
  /** One way to run the tests. */
  private record Way(String name, ChildJvm jvm, Class<?> tests) {
    Took took() {
      long begin = System.nanoTime();
      String output = jvm.run(SuiteRuns.class, tests.getName(), "1");
      Took took = Took.of(output, (System.nanoTime() - begin) / 1e6);
      System.err.println(name + ": " + took);
      return took;
    }
  }

  private AddedTime() {}

  public static void main(String[] args) throws IOException {
    Path agent = Path.of(args[0]).toAbsolutePath();
    int rounds = Integer.parseInt(args[1]);
    try (Scratch scratch = new Scratch()) {
      List<Way> ways = ways(agent, scratch.folder());
      List<List<Took>> took = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        took.add(round(ways, round));
      }
      print(ways, took);
    }
  }

  /** The first is what the others are compared with. */
  private static List<Way> ways(Path agent, Path folder) {
    ChildJvm plain =
        new ChildJvm(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            List.of("-Xmx512m", "-Dheapdrift.junit.reports=" + folder));
    String options = "=interval=0,survivors-interval=0,snapshots=" + folder;
    return List.of(
        new Way("without", plain, FiftyScenarios.Plain.class),
        new Way(
            "agent attaches itself",
            plain.with("-Djdk.attach.allowAttachSelf=true"),
            FiftyScenarios.Checked.class),
        new Way(
            "agent from the start",
            plain.with("-javaagent:" + agent + options),
            FiftyScenarios.Checked.class));
  }

  private static List<Took> round(List<Way> ways, int round) {
    List<Took> took = new ArrayList<>(Collections.nCopies(ways.size(), null));
    for (int i = 0; i < ways.size(); i++) {
      int turn = (i + round) % ways.size();
      took.set(turn, ways.get(turn).took());
    }
    return took;
  }

  private static void print(List<Way> ways, List<List<Took>> took) {
    Table table =
        new Table(
            System.out,
            "A class of fifty tests, Java " + Runtime.version() + ", " + took.size() + " rounds",
            "",
            "class",
            "range",
            "whole JVM",
            "range");
    for (int way = 0; way < ways.size(); way++) {
      int of = way;
      List<String> row =
          new ArrayList<>(List.of((way == 0 ? "" : "added, ") + ways.get(way).name()));
      for (ToDoubleFunction<Took> time : List.<ToDoubleFunction<Took>>of(Took::tests, Took::jvm)) {
        List<Double> seconds = took.stream().map(round -> seconds(round, of, time)).toList();
        row.add("%.2f s".formatted(MedianInterval.of(seconds).median()));
        row.add("%.2f – %.2f".formatted(Collections.min(seconds), Collections.max(seconds)));
      }
      table.row(row.toArray(String[]::new));
    }
  }

  /** What a way took, or took more than the first one in the same round. */
  private static double seconds(List<Took> round, int way, ToDoubleFunction<Took> time) {
    double base = way == 0 ? 0 : time.applyAsDouble(round.get(0));
    return (time.applyAsDouble(round.get(way)) - base) / 1000;
  }
}
