package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunsTest {
  private static final long NOW = 1_800_000_000_000L;
  private static final long HOUR = 3_600_000;

  @TempDir Path folder;

  @BeforeEach
  void leaveFiles() throws IOException {
    leave("a-1-000001.hds", 30);
    leave("a-1-000002.hds", 29);
    leave("b-2-000001.hds", 20);
    leave("live-3-000001.hds", 40);
    leave("live-3-000002.hds", 0);
    leave("own-4-000001.hds", 50);
    leave("mine.hds", 60);
    leave("heapdrift.log", 60);
    Files.createSymbolicLink(folder.resolve("c-5-000001.hds"), folder.resolve("mine.hds"));
  }

  @Test
  void theOldestOfThoseThatHaveEndedGoFirst() throws IOException {
    EarlierRuns earlier = EarlierRuns.in(folder, "own-4", NOW);
    assertThat(names(earlier.beyond(3, 30))).isEmpty();
    assertThat(names(earlier.beyond(2, 30))).containsExactly("a-1-000001.hds");
    assertThat(names(earlier.beyond(2, 15))).containsExactly("a-1-000002.hds");
    assertThat(names(earlier.beyond(-5, -5))).containsExactly("b-2-000001.hds");
    assertThat(names(earlier.beyond(0, 0))).isEmpty();
  }

  private void leave(String name, int hoursAgo) throws IOException {
    Path file = Files.write(folder.resolve(name), new byte[10]);
    Files.setLastModifiedTime(file, FileTime.fromMillis(NOW - hoursAgo * HOUR));
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }
}
