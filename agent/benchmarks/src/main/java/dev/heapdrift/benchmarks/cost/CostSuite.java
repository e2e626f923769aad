package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.Scratch;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/**
 * What the levels cost: {@code CostSuite AGENT.jar [--size small|full] …}. Measures the Java that
 * it runs on. Markdown on stdout, progress on stderr; exit code 2 for wrong arguments.
 */
final class CostSuite {

  private CostSuite() {}

  public static void main(String[] args) throws IOException {
    CostOptions options;
    try {
      options = CostOptions.parse(args);
    } catch (ParameterException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    long begin = System.nanoTime();
    try (Scratch scratch = new Scratch()) {
      Tools tools = new Tools(options.agent(), scratch.folder());
      Optional<Python> python = Python.find(tools);
      head(options);
      if (options.has("workloads")) {
        new WorkloadPart(options, tools).run();
      }
      if (options.has("allocations")) {
        new AllocationPart(options, tools, python).run();
        new LiveObjectPart(options, tools, python).run();
      }
      if (options.has("languages")) {
        new LanguagePart(options, tools, python).run();
      }
    }
    System.err.printf("%d minutes%n", (System.nanoTime() - begin) / 60_000_000_000L);
  }

  private static void head(CostOptions options) {
    SuiteSize size = options.size();
    System.out.printf(
        "Java %s, %d processors; %d sets; %d turns of %d ms to settle, then %d of %d ms.%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        size.sets(),
        size.settleTurns(),
        size.settleMillis(),
        size.turns(),
        size.millis());
  }
}
