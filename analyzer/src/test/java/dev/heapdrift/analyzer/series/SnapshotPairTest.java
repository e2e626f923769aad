package dev.heapdrift.analyzer.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotPairTest {
  @TempDir Path folder;

  private final List<Unreadable> problems = new ArrayList<>();

  @Test
  void ofAFolderTheEndsOfItsNewestRun() throws IOException {
    SnapshotBuilder.of("jvm1", 7).writeTo(folder);
    for (long second : new long[] {10, 9, 30, 20}) {
      SnapshotBuilder.of("jvm2", second).writeTo(folder);
    }
    assertThat(uptimes(folder)).containsExactly(9_000L, 30_000L);
  }

  @Test
  void damagedEndsAreSteppedOver() throws IOException {
    for (long second : new long[] {1, 2, 3, 4}) {
      Path file = SnapshotBuilder.at(second).writeTo(folder);
      if (second == 1 || second == 4) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
      }
    }
    assertThat(uptimes(folder)).containsExactly(2_000L, 3_000L);
    assertThat(problems).hasSize(2);
  }

  @Test
  void ofTwoFoldersTheNewestOfEach() throws IOException {
    Path old = Files.createDirectory(folder.resolve("old"));
    Path now = Files.createDirectory(folder.resolve("now"));
    SnapshotBuilder.of("jvm1", 1).writeTo(old);
    SnapshotBuilder.of("jvm1", 2).writeTo(old);
    SnapshotBuilder.of("jvm2", 3).writeTo(now);
    assertThat(uptimes(old, now)).containsExactly(2_000L, 3_000L);
  }

  @Test
  void oneSnapshotHasNothingToBeComparedWith() throws IOException {
    SnapshotBuilder.at(1).writeTo(folder);
    assertThat(uptimes(folder)).isEmpty();
    assertThat(problems)
        .containsExactly(new Unreadable(folder, "one snapshot has nothing to be compared with"));
  }

  private List<Long> uptimes(Path... paths) {
    Optional<SnapshotPair> pair = SnapshotPair.find(List.of(paths), problems);
    return pair.map(
            p -> List.of(p.from().capture().uptimeMillis(), p.to().capture().uptimeMillis()))
        .orElse(List.of());
  }
}
