package dev.heapdrift.benchmarks.cost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * CPython on this machine.
 *
 * @param programs the file with the workloads
 * @param version as it prints it
 */
record Python(Path programs, String version) {

  /** Printed in place of figures. */
  static final String MISSING = "skipped: there is no python3 with tracemalloc on this machine";

  private static final String COMMAND = "python3";
  private static final int PATIENCE_SECONDS = 60;

  /** Asks python3 for its version, where there is one. */
  static Optional<Python> find(Tools tools) {
    try {
      String code =
          "import platform, tracemalloc; "
              + "print(platform.python_implementation(), platform.python_version())";
      String answer = output(List.of(COMMAND, "-c", code)).strip();
      return answer.startsWith("CPython ")
          ? Optional.of(new Python(tools.resource("programs.py"), answer))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Contender plain(String workload) {
    return new Contender("CPython", List.of(COMMAND, programs.toString(), workload));
  }

  /** The same with tracemalloc on from the start, one frame a block. */
  Contender traced(String workload) {
    return new Contender(
        workload + ", tracemalloc, 1 frame",
        List.of(COMMAND, "-X", "tracemalloc=1", programs.toString(), workload));
  }

  /** What tracemalloc says it needs for each of so many live blocks. */
  double bytesPerBlock(int blocks) {
    try {
      String count = Integer.toString(blocks);
      return Double.parseDouble(
          output(List.of(COMMAND, programs.toString(), "live", count)).strip());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String output(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return text;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
