package dev.heapdrift.benchmarks;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Compares every collection benchmark without and with the agent: {@code PairedOverhead AGENT.jar
 * PAIRS [OPTIONS [PATTERN]]}, and prints a Markdown table. With {@code zoom=on} the large
 * structures, which have just grown to their size, are zoomed all the time: that measures the zoom;
 * without, the hooks alone.
 *
 * <p>A pair is two fresh JVMs that live at the same time and measure in turns of a few dozen
 * milliseconds, never together: what else the machine does falls on both alike. Now and then both
 * build the large structures anew, for where they lie decides how fast they are. The ratio of a
 * pair is the median over its turns.
 */
final class PairedOverhead {

  /**
   * Fixed and touched: a heap that still grows spends more time on page faults than on adds. So
   * large that nothing is marked meanwhile: beside G1's marking an add to a linked queue costs a
   * fifth more, and which of two JVMs marks is chance. And with a young generation of one size: G1
   * finds its own by the pauses of the first seconds, and collects two or three times as often in
   * one JVM as in the other. On huge pages where Linux gives them: which frames of memory small
   * ones get is chance.
   */
  private static final List<String> HEAP =
      List.of(
          "-Xms1200m",
          "-Xmx1200m",
          "-Xmn700m",
          "-XX:+AlwaysPreTouch",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseTransparentHugePages");

  /**
   * Each benchmark is called by its loop. A few dozen bytes of code decide whether C2 takes it into
   * the loop instead (InlineSmallCode), and that decided all else: 4.0 or 5.2 ns for an add to a
   * small list on JDK 25. What fills structures for several benchmarks becomes a part of each, or
   * the one that is compiled first decides for the others.
   */
  private static final List<String> COMPILER =
      List.of(
          "-Xbatch",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=inline,*CollectionBenchmark::fill*",
          "-XX:CompileCommand=dontinline,*CollectionBenchmark::*Fill",
          "-XX:CompileCommand=dontinline,*CollectionBenchmark::*Insert",
          "-XX:CompileCommand=dontinline,*CollectionBenchmark::*Get");

  private static final int WARM_UP_ROUNDS = 6;
  private static final int WARM_UP_MILLIS = 80;
  private static final int LAYOUTS = 4;
  private static final int TURNS = 3;
  private static final int MILLIS = 30;

  private PairedOverhead() {}

  public static void main(String[] args) throws IOException {
    Path agent = Path.of(args[0]).toAbsolutePath();
    int pairs = Integer.parseInt(args[1]);
    String options = args.length > 2 ? args[2] : "zoom=off";
    List<String> names = benchmarks(args.length > 3 ? args[3] : "");
    ChildJvm without =
        ChildJvm.plain(Path.of(System.getProperty("java.home")))
            .with(HEAP.toArray(String[]::new))
            .with(COMPILER.toArray(String[]::new));
    try (Scratch scratch = new Scratch()) {
      String argument = agent + "=interval=0," + options + ",snapshots=" + scratch.folder();
      compare(names, pairs, without, without.with("-javaagent:" + argument));
    }
  }

  private static void compare(List<String> names, int pairs, ChildJvm without, ChildJvm with)
      throws IOException {
    Map<String, PairedRatio> ratios = new TreeMap<>();
    Map<String, Double> best = new TreeMap<>();
    for (int pair = 0; pair < pairs; pair++) {
      try (InteractiveProcess a = started(without);
          InteractiveProcess b = started(with)) {
        for (InteractiveProcess jvm : List.of(a, b)) {
          jvm.await("READY");
          MeasuredCore.give(jvm);
        }
        warmUp(shuffled(names, pair), a, b);
        Map<String, PairedRatio> turns = turns(names, pair % 2 == 0, a, b, best);
        turns.forEach(
            (name, own) ->
                ratios.computeIfAbsent(name, n -> new PairedRatio()).add(own.median(), 1));
      }
      System.err.printf("pair %d of %d%n", pair + 1, pairs);
    }
    print(ratios, best);
  }

  private static InteractiveProcess started(ChildJvm jvm) throws IOException {
    return new InteractiveProcess(MeasuredCore.spared(jvm, JmhWorkload.class));
  }

  private static List<String> benchmarks(String pattern) {
    List<String> names = new ArrayList<>();
    for (Class<?> suite : List.of(CollectionBenchmark.class, SmallCollectionBenchmark.class)) {
      for (Method method : suite.getMethods()) {
        if (method.isAnnotationPresent(Benchmark.class)
            && method.getName().matches(".*(" + pattern + ").*")) {
          names.add(method.getName());
        }
      }
    }
    names.sort(null);
    return names;
  }

  /**
   * Another order for each pair, the same for both of its JVMs: what C2 inlines depends on what was
   * compiled before, and with {@code -Xbatch} it would be the same luck in all pairs.
   */
  private static List<String> shuffled(List<String> names, int pair) {
    List<String> order = new ArrayList<>(names);
    Collections.shuffle(order, new Random(pair));
    return order;
  }

  /** Both at once, for nothing is measured: every benchmark in turn, several times over. */
  private static void warmUp(List<String> names, InteractiveProcess... jvms) {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (String name : names) {
        both(name + ' ' + WARM_UP_MILLIS, jvms);
      }
    }
  }

  private static Map<String, PairedRatio> turns(
      List<String> names,
      boolean aFirst,
      InteractiveProcess a,
      InteractiveProcess b,
      Map<String, Double> best) {
    Map<String, PairedRatio> turns = new TreeMap<>();
    for (int layout = 0; layout < LAYOUTS; layout++) {
      both(JmhWorkload.ANEW, a, b);
      for (String name : names) {
        PairedRatio own = turns.computeIfAbsent(name, n -> new PairedRatio());
        for (int turn = 0; turn < TURNS; turn++) {
          double first = nanos(aFirst ? a : b, name);
          double second = nanos(aFirst ? b : a, name);
          double without = aFirst ? first : second;
          own.add(aFirst ? second : first, without);
          best.merge(name, without, Math::min);
        }
      }
    }
    return turns;
  }

  private static void both(String request, InteractiveProcess... jvms) {
    Arrays.asList(jvms).forEach(jvm -> jvm.send(request));
    Arrays.asList(jvms).forEach(jvm -> jvm.await("RESULT"));
  }

  private static double nanos(InteractiveProcess jvm, String name) {
    jvm.send(name + ' ' + MILLIS);
    return Double.parseDouble(jvm.await("RESULT"));
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
