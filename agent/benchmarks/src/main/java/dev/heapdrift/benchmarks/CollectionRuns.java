package dev.heapdrift.benchmarks;

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
 * The collection benchmarks as a JVM of its own runs them, and the ratios of paired runs: the JVM
 * is set up so that the agent decides, and not what happens to be different from JVM to JVM.
 */
final class CollectionRuns {

  /**
   * Fixed and touched: a heap that still grows spends more time on page faults than on adds. So
   * large that nothing is marked meanwhile: beside G1's marking an add to a linked queue costs a
   * fifth more, and which of two JVMs marks is chance. And with a young generation of one size: G1
   * finds its own by the pauses of the first seconds, and collects two or three times as often in
   * one JVM as in the other.
   */
  private static final List<String> HEAP =
      List.of("-Xms1200m", "-Xmx1200m", "-Xmn700m", "-XX:+AlwaysPreTouch");

  /**
   * Each benchmark is called by its loop. A few dozen bytes of code decide whether C2 takes it into
   * the loop instead (InlineSmallCode), and that decided all else: 4.0 or 5.2 ns for an add to a
   * small list on JDK 25.
   */
  private static final List<String> COMPILER =
      List.of(
          "-Xbatch",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=dontinline,*CollectionBenchmark::*Fill",
          "-XX:CompileCommand=dontinline,*CollectionBenchmark::*Insert",
          "-XX:CompileCommand=dontinline,*CollectionBenchmark::*Get");

  private static final int WARM_UP_MILLIS = 80;
  private static final int MILLIS = 30;

  private final List<String> names;
  private final Map<String, PairedRatio> ratios = new TreeMap<>();
  private final Map<String, Double> best = new TreeMap<>();

  /**
   * Those whose names contain the pattern.
   *
   * @param pattern a regular expression
   */
  CollectionRuns(String pattern) {
    names = new ArrayList<>();
    for (Class<?> suite : List.of(CollectionBenchmark.class, SmallCollectionBenchmark.class)) {
      for (Method method : suite.getMethods()) {
        if (method.isAnnotationPresent(Benchmark.class)
            && method.getName().matches(".*(" + pattern + ").*")) {
          names.add(method.getName());
        }
      }
    }
    names.sort(null);
  }

  List<String> names() {
    return names;
  }

  /** The JVM that runs this, without the agent. */
  static ChildJvm jvm() {
    return ChildJvm.plain(Path.of(System.getProperty("java.home")))
        .with(HEAP.toArray(String[]::new))
        .with(COMPILER.toArray(String[]::new));
  }

  /**
   * Another order for each pair, the same for both of its sides: what C2 inlines depends on what
   * was compiled before, and with {@code -Xbatch} it would be the same luck in all pairs.
   */
  List<String> shuffled(int pair) {
    List<String> order = new ArrayList<>(names);
    Collections.shuffle(order, new Random(pair));
    return order;
  }

  /** All at once, for nothing is measured: every benchmark in turn, several times over. */
  static void warmUp(List<String> order, int rounds, InteractiveProcess... jvms) {
    for (int round = 0; round < rounds; round++) {
      for (String name : order) {
        all(name + ' ' + WARM_UP_MILLIS, jvms);
      }
    }
  }

  /** The structures are built anew, elsewhere. */
  static void anew(InteractiveProcess... jvms) {
    all(JmhWorkload.ANEW, jvms);
  }

  private static void all(String request, InteractiveProcess... jvms) {
    Arrays.asList(jvms).forEach(jvm -> jvm.send(request));
    Arrays.asList(jvms).forEach(jvm -> jvm.await("RESULT"));
  }

  /** Nanoseconds that an operation takes, by one short measurement. */
  static double nanos(InteractiveProcess jvm, String name) {
    jvm.send(name + ' ' + MILLIS);
    return Double.parseDouble(jvm.await("RESULT"));
  }

  /** Keeps the fastest measurement of an operation without the agent. */
  void without(String name, double nanos) {
    best.merge(name, nanos, Math::min);
  }

  /** Keeps the ratio of one pair. */
  void pair(String name, double ratio) {
    ratios.computeIfAbsent(name, n -> new PairedRatio()).add(ratio, 1);
  }

  /** A Markdown table of all pairs. */
  void print() {
    System.out.println(
        "| operation | ratio (median) | 95 % interval | pairs | ns without (best) |");
    System.out.println("|---|---|---|---|---|");
    ratios.forEach(
        (name, ratio) ->
            System.out.printf(Locale.ROOT, "%s %.1f |%n", ratio.row(name), best.get(name)));
  }
}
