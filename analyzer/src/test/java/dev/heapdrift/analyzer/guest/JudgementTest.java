package dev.heapdrift.analyzer.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.heapdrift.analyzer.testing.ContainerBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementTest {
  private static final String LINE = "com.app.Orders.find(Orders.java:42)";
  private static final Set<String> ALWAYS =
      Set.of("rank", "kind", "verdict", "fingerprint", "title", "remedy");

  @TempDir Path folder;

  @Test
  void tellsTheWholeAndThenWhatGrows() throws IOException {
    List<Map<String, String>> said = Judgement.of(leakyRun());
    assertThat(said.get(0))
        .containsOnly(
            entry("outcome", "leaks"), entry("snapshots", "60"), entry("spanSeconds", "59.9"));
    assertThat(said.get(1))
        .containsKeys(ALWAYS.toArray(String[]::new))
        .contains(
            entry("rank", "1"),
            entry("verdict", "unbounded"),
            entry("insertionSite", LINE),
            entry("owner", "static com.app.Orders.CACHE"));
    assertThat(Double.parseDouble(said.get(1).get("entriesPerSecond"))).isBetween(630.0, 650.0);
    assertThat(Double.parseDouble(said.get(1).get("confidence"))).isBetween(0.5, 1.0);
  }

  @Test
  void leavesOutWhatIsNotKnown() throws IOException {
    List<Map<String, String>> said = Judgement.of(run(c -> {}));
    assertThat(said.get(1)).containsEntry("verdict", "unbounded").doesNotContainKey("owner");
  }

  @Test
  void withoutASnapshotThereIsNoVerdict() throws IOException {
    Path damaged = Files.writeString(folder.resolve("a-1.hds"), "no snapshot at all");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Judgement.of(List.of(damaged)))
        .withMessageContaining("no snapshot can be read: a-1.hds: not a heapdrift snapshot");
  }

  @Test
  void oneThreadIsEnough() throws Exception {
    List<Path> files = leakyRun();
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      assertThat(pool.submit(() -> Judgement.of(files)).get(2, TimeUnit.MINUTES))
          .isEqualTo(Judgement.of(files));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whoeverInterruptsItIsObeyed() throws IOException {
    List<Path> files = leakyRun();
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> Judgement.of(files))
          .withMessageStartingWith("interrupted after 0 of ");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private List<Path> leakyRun() throws IOException {
    return run(container -> container.heldBy("com.app.Orders.CACHE"));
  }

  /** Files of a run in which a map grows by 640 entries a second. */
  private List<Path> run(Consumer<ContainerBuilder> describe) throws IOException {
    Snapshots run =
        Snapshots.lasting(60)
            .with(
                "java.util.HashMap",
                container -> {
                  container.size(t -> 1000 + 640 * t);
                  container.grownAt("java.util.HashMap.resize(HashMap.java:700)", LINE);
                  describe.accept(container);
                });
    List<Path> files = new ArrayList<>();
    for (Snapshot snapshot : run.list()) {
      Path file = folder.resolve("testrun-" + snapshot.capture().sequence() + ".hds");
      try (OutputStream out = Files.newOutputStream(file)) {
        SnapshotWriter.write(snapshot, out);
      }
      files.add(file);
    }
    return files;
  }
}
