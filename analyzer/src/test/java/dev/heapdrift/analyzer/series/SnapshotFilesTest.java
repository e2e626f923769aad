package dev.heapdrift.analyzer.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFilesTest {
  @TempDir Path folder;

  @Test
  void aFolderOfSeveralJvmsBecomesSeveralRuns() throws IOException {
    for (long second : new long[] {100, 9, 20}) {
      SnapshotBuilder.of("jvm1", second).map(1, "a.B.c", second).writeTo(folder);
      SnapshotBuilder.of("jvm2", second).map(1, "a.B.c", 7).writeTo(folder);
    }
    SnapshotFiles files = read(folder);
    assertThat(files.unreadable()).isEmpty();
    assertThat(files.runs()).extracting(Run::startId).containsExactly("jvm1", "jvm2");
    assertThat(files.runs().get(0).series().get(0).points())
        .extracting(point -> point.size())
        .containsExactly(9L, 20L, 100L);
  }

  @Test
  void renamedFilesAreSortedByWhatTheySayAndCopiesReadOnce() throws IOException {
    Path late = SnapshotBuilder.at(20).map(1, "a.B.c", 20).writeTo(folder);
    Path early = SnapshotBuilder.at(10).map(1, "a.B.c", 10).writeTo(folder);
    Path copy = Files.copy(late, folder.resolve("0-copy.snapshot"));
    SnapshotFiles files = read(late, copy, early);
    Run run = files.runs().get(0);
    assertThat(run.snapshots()).hasSize(2);
    assertThat(run.series().get(0).points())
        .extracting(point -> point.size())
        .containsExactly(10L, 20L);
  }

  @Test
  void theOthersAreUsedBesideUnreadableFiles() throws IOException {
    Path good = SnapshotBuilder.at(10).map(1, "a.B.c", 10).writeTo(folder);
    byte[] bytes = Files.readAllBytes(good);
    Files.write(folder.resolve("a-1.hds"), Arrays.copyOf(bytes, bytes.length - 9));
    Files.write(folder.resolve("a-2.hds"), new byte[0]);
    Files.writeString(folder.resolve("a-3.hds"), "no snapshot at all");
    bytes[9] = 7;
    Files.write(folder.resolve("a-4.hds"), bytes);

    SnapshotFiles files = read(folder, folder.resolve("gone.hds"));
    assertThat(files.runs()).hasSize(1);
    assertThat(files.unreadable())
        .extracting(file -> file.file().getFileName() + ": " + file.problem())
        .containsExactlyInAnyOrder(
            "a-1.hds: the file is truncated in block 65535 at byte " + (bytes.length - 9),
            "a-2.hds: the file is empty at byte 0",
            "a-3.hds: not a heapdrift snapshot at byte 0",
            "a-4.hds: format version 7 is newer than 1, which this heapdrift reads at byte 8",
            "gone.hds: no such file");
  }

  @Test
  void aTruncatedFileIsNotUsedInPart() throws IOException {
    Path file = SnapshotBuilder.at(10).map(1, "a.B.c", 10).writeTo(folder);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
    SnapshotFiles files = read(folder);
    assertThat(files.runs()).isEmpty();
    assertThat(files.unreadable().get(0).problem())
        .startsWith("the file is truncated in ")
        .endsWith(" at byte " + (bytes.length - 9));
  }

  @Test
  void anEmptyFolderIsAProblem() {
    assertThat(read(folder).unreadable())
        .containsExactly(new Unreadable(folder, "no snapshot in this folder"));
  }

  private static SnapshotFiles read(Path... paths) {
    return SnapshotFiles.read(List.of(paths), (done, of) -> {});
  }
}
