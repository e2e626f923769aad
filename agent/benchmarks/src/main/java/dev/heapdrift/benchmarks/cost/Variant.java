package dev.heapdrift.benchmarks.cost;

import java.util.List;

/** A tool at work in the measured JVM, or none. */
enum Variant {
  /** No agent. */
  NONE("no agent", "none"),
  /** Our level for production. */
  WATCH("`watch`", "watch"),
  /** Our level for investigations. */
  SAMPLE("`sample`", "sample"),
  /** Our level for tests. */
  EXACT("`exact`", "exact"),
  /** Allocation samples and old object samples. */
  JFR("JFR", "jfr"),
  /** Its allocation samples, of live objects only. */
  ASYNC_PROFILER("async-profiler `alloc,live`", "async-profiler"),
  /** With a sampler that counts. */
  INSTRUMENTER("Google's allocation instrumenter", "instrumenter");

  private final String title;
  private final String tool;

  Variant(String title, String tool) {
    this.title = title;
    this.tool = tool;
  }

  /** As tables print it. */
  String title() {
    return title;
  }

  /** As {@code WorkServer} knows it. */
  String tool() {
    return tool;
  }

  /**
   * What it takes on the command line of a JVM.
   *
   * @throws ToolMissingException when it is not there for this machine
   */
  List<String> jvmArguments(Tools tools, String agentOptions) {
    return switch (this) {
      case NONE -> List.of();
      case WATCH, SAMPLE, EXACT -> List.of(tools.agent("level=" + tool + agentOptions));
      case JFR -> tools.flightRecorder();
      case ASYNC_PROFILER -> List.of(tools.asyncProfiler());
      case INSTRUMENTER -> List.of(tools.instrumenter());
    };
  }
}
