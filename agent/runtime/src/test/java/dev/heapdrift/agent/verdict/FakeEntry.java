package dev.heapdrift.agent.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stands in the jars of {@link FakeAnalyzer} as the analyzer's entry. */
public final class FakeEntry {
  private static final int PARTS = 1000;

  private FakeEntry() {}

  /** What the agent calls. */
  public static List<Map<String, String>> of(List<Path> files)
      throws IOException, InterruptedException {
    return switch (does()) {
      case "fail" -> throw new IOException("two\nlines");
      case "hang" -> hang();
      case "tell" -> tell();
      default -> judge(files);
    };
  }

  private static String does() throws IOException {
    try (InputStream in = FakeEntry.class.getResourceAsStream("/does")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Map<String, String>> judge(List<Path> files) {
    String newest = files.get(0).getFileName().toString();
    return List.of(
        Map.of("outcome", "leaks", "snapshots", "" + files.size(), "spanSeconds", "1.5"),
        Map.of("rank", "1", "verdict", "unbounded", "fingerprint", "f1", "title", newest),
        Map.of("rank", "2", "verdict", "inconclusive", "fingerprint", "f2", "title", "perhaps"));
  }

  /** Until somebody interrupts. */
  private static List<Map<String, String>> hang() throws InterruptedException {
    new CountDownLatch(1).await();
    return List.of();
  }

  /** Where it runs. */
  private static List<Map<String, String>> tell() {
    String threads =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(part -> Thread.currentThread().getName())
            .distinct()
            .collect(Collectors.joining(","));
    Thread self = Thread.currentThread();
    return List.of(
        Map.of(
            "threads", threads,
            "daemon", "" + self.isDaemon(),
            "context", "" + self.getContextClassLoader(),
            "test", "" + sees("org.junit.jupiter.api.Test"),
            "agent", "" + sees("dev.heapdrift.agent.verdict.Judge")));
  }

  private static boolean sees(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException hidden) {
      return false;
    }
  }
}
