package dev.heapdrift.benchmarks.accuracy;

import dev.heapdrift.benchmarks.Scratch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Whether each leak is found in a busy service, and each fixed twin left alone: {@code BusyScore
 * AGENT.jar ANALYZER.jar SAMPLES.jar [--level L] [--seconds N] [--pairs a,b] [-X…]}. Measures on
 * the Java that it runs on. Markdown on stdout, progress on stderr; exit code 2 for wrong
 * arguments.
 */
final class BusyScore {

  private BusyScore() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    ScoreOptions options;
    List<Pair> pairs;
    try {
      options = ScoreOptions.parse(args);
      pairs = chosen(options);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    try (Scratch scratch = new Scratch();
        BusyRuns runs = new BusyRuns(options, scratch.folder())) {
      System.out.printf(
          "Java %s, level %s, %d s, %s. The service alone is %s.%n",
          Runtime.version(),
          options.level(),
          options.seconds(),
          String.join(" ", options.jvmArguments()),
          runs.silentAlone() ? "silent" : "**not silent**");
      ScoreTable.print(System.out, "Leaks in a busy service", runs.scores(pairs));
    }
  }

  private static List<Pair> chosen(ScoreOptions options) throws IOException {
    List<Pair> all = Pair.in(options.samples());
    List<String> known = all.stream().map(Pair::pair).toList();
    if (!known.containsAll(options.pairs())) {
      throw new IllegalArgumentException("--pairs is a list of " + String.join(",", known));
    }
    return all.stream()
        .filter(pair -> options.pairs().isEmpty() || options.pairs().contains(pair.pair()))
        .toList();
  }
}
