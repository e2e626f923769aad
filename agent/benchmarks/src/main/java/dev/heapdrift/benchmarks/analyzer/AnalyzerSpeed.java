package dev.heapdrift.benchmarks.analyzer;

import dev.heapdrift.benchmarks.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long {@code heapdrift leaks} takes for the run of a large service, in 512 MB.
 *
 * <p>Arguments: heapdrift.jar, snapshots (200), containers (20000), how many of them grow (2000).
 */
public final class AnalyzerSpeed {
  private static final int TIMES = 3;

  private AnalyzerSpeed() {}

  /** Prints the size of the run, and the seconds of each analysis, start of the JVM included. */
  public static void main(String[] args) throws IOException, InterruptedException {
    RecordedRun run =
        new RecordedRun(number(args, 1, 200), number(args, 2, 20_000), number(args, 3, 2_000));
    try (Scratch scratch = new Scratch()) {
      run.writeTo(scratch.folder());
      double mebibytes = bytes(scratch.folder()) / (double) (1 << 20);
      System.out.printf(Locale.ROOT, "%s, %.0f MiB%n", run, mebibytes);
      for (int i = 0; i < TIMES; i++) {
        long start = System.nanoTime();
        int code = leaks(Path.of(args[0]), scratch.folder());
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%.2f s, exit code %d%n", seconds, code);
      }
    }
  }

  private static int leaks(Path jar, Path folder) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:+UseSerialGC", // as the launcher script
            "-Xmx512m",
            "-jar",
            jar.toString(),
            "leaks",
            folder.toString(),
            "--limit",
            "1")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long sum = 0;
      for (Path file : files.toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }
}
