package dev.heapdrift.benchmarks.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The workloads by name. */
public final class Workloads {

  /** Programs as they are found in practice. */
  public static final List<String> REALISTIC =
      List.of("escape-loop", "jackson", "h2", "lucene", "javac", "http");

  /** Ways to allocate, {@value #ALLOCATIONS} allocations a unit. */
  public static final List<String> ALLOCATING =
      List.of("new-object", "new-array", "boxing", "concatenation", "array-list");

  /** Programs that {@code programs.py} holds under the same names. */
  public static final List<String> IN_PYTHON_TOO =
      List.of("binary-trees", "word-count", "event-simulation");

  /** Allocations that one unit of an {@link #ALLOCATING} workload makes at its call site. */
  public static final int ALLOCATIONS = 10_000;

  private static final Map<String, Callable<Workload>> MAKERS = new LinkedHashMap<>();

  static {
    MAKERS.put("escape-loop", EscapeLoop::new);
    MAKERS.put("jackson", JacksonWork::new);
    MAKERS.put("h2", SqlWork::new);
    MAKERS.put("lucene", LuceneWork::new);
    MAKERS.put("javac", JavacWork::new);
    MAKERS.put("http", HttpWork::new);
    MAKERS.put("new-object", () -> new AllocationWork(AllocationWork.OBJECT));
    MAKERS.put("new-array", () -> new AllocationWork(AllocationWork.ARRAY));
    MAKERS.put("boxing", () -> new AllocationWork(AllocationWork.BOXED));
    MAKERS.put("concatenation", () -> new AllocationWork(AllocationWork.CONCATENATED));
    MAKERS.put("array-list", () -> new AllocationWork(AllocationWork.LIST));
    MAKERS.put("binary-trees", BinaryTrees::new);
    MAKERS.put("word-count", WordCount::new);
    MAKERS.put("event-simulation", EventSimulation::new);
  }

  private Workloads() {}

  /**
   * A fresh workload.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  static Workload make(String name) throws Exception {
    Callable<Workload> maker = MAKERS.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("no workload " + name + "; there are " + MAKERS.keySet());
    }
    return maker.call();
  }
}
