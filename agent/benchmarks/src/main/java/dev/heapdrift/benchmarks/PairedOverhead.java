package dev.heapdrift.benchmarks;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares every benchmark without and with the agent: {@code PairedOverhead AGENT.jar PAIRS
 * [OPTIONS [PATTERN]]}. Each pair is two fresh JVMs, started in alternating order; prints a
 * Markdown table. With {@code zoom=on} the large structures, which have just grown to their size,
 * are zoomed all the time: that measures the zoom; without, the hooks alone.
 */
final class PairedOverhead {

  private PairedOverhead() {}

  public static void main(String[] args) {
    Path agent = Path.of(args[0]).toAbsolutePath();
    int pairs = Integer.parseInt(args[1]);
    String options = args.length > 2 ? args[2] : "zoom=off";
    String pattern = args.length > 3 ? args[3] : CollectionBenchmark.class.getSimpleName();
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "heapdrift-benchmark");
    ChildJvm without = ChildJvm.plain(Path.of(System.getProperty("java.home")));
    ChildJvm with =
        without.with("-javaagent:" + agent + "=interval=0," + options + ",snapshots=" + folder);

    Map<String, PairedRatio> ratios = new TreeMap<>();
    Map<String, Double> best = new TreeMap<>();
    for (int pair = 0; pair < pairs; pair++) {
      boolean agentFirst = pair % 2 == 1;
      Map<String, Double> first = scores(agentFirst ? with : without, pattern);
      Map<String, Double> second = scores(agentFirst ? without : with, pattern);
      Map<String, Double> a = agentFirst ? second : first;
      Map<String, Double> b = agentFirst ? first : second;
      a.forEach((name, ns) -> best.merge(name, ns, Math::min));
      a.forEach(
          (name, ns) -> ratios.computeIfAbsent(name, n -> new PairedRatio()).add(b.get(name), ns));
      System.err.printf("pair %d of %d%n", pair + 1, pairs);
    }
    print(ratios, best);
  }

  private static Map<String, Double> scores(ChildJvm jvm, String pattern) {
    Map<String, Double> scores = new TreeMap<>();
    for (String line : jvm.run(JmhWorkload.class, pattern).split("\n", -1)) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("RESULT")) {
        scores.put(words[1], Double.parseDouble(words[2]));
      }
    }
    return scores;
  }

  private static void print(Map<String, PairedRatio> ratios, Map<String, Double> best) {
    System.out.println(
        "| operation | ratio (median) | 95 % interval | pairs | ns without (best) |");
    System.out.println("|---|---|---|---|---|");
    ratios.forEach(
        (name, ratio) ->
            System.out.printf(Locale.ROOT, "%s %.1f |%n", ratio.row(name), best.get(name)));
  }
}
