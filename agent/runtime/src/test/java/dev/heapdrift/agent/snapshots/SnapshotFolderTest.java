package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFolderTest {
  private static final JvmFacts JVM = new JvmFacts("abc-7", 1, "17", "VM", "G1", 1L << 30, 2);

  @TempDir Path root;

  @Test
  void writesUnderTheNameOfTheRunAndTheSequence() throws IOException {
    SnapshotFolder folder = open(root.resolve("a/b"), 10);
    Path file = folder.write(snapshot(folder.nextSequence()));
    assertThat(file.getFileName()).hasToString("abc-7-000001.hds");
    assertThat(Snapshots.last(root.resolve("a/b"))).isEqualTo(snapshot(1));
    assertThat(folder.nextSequence()).isEqualTo(2);
  }

  @Test
  void goesOnBehindTheFilesThatAnEarlierAgentOfThisJvmHasLeft() throws IOException {
    SnapshotFolder first = open(root, 5);
    for (int i = 1; i <= 4; i++) {
      first.write(snapshot(first.nextSequence()));
    }
    Files.writeString(root.resolve("abc-70-000009.hds"), "another run's");
    SnapshotFolder second = open(root, 5);
    assertThat(second.newest()).isEqualTo(4);
    second.write(snapshot(second.nextSequence()));
    second.write(snapshot(second.nextSequence()));
    assertThat(names(root))
        .contains("abc-7-000001.hds", "abc-7-000006.hds", "abc-70-000009.hds")
        .hasSize(6);
  }

  @Test
  void keepsFilesAndFolderForTheirOwner() throws IOException {
    SnapshotFolder folder = open(root.resolve("own"), 10);
    Path file = folder.write(snapshot(1));
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(root.resolve("own"))).isEqualTo("rwx------");
  }

  @Test
  void leavesNothingUnfinishedBehind() throws IOException {
    SnapshotFolder folder = open(root.resolve("own"), 10);
    Files.createDirectory(root.resolve("own/abc-7-000001.hds"));
    Files.createFile(root.resolve("own/abc-7-000001.hds/in-the-way"));
    assertThatThrownBy(() -> folder.write(snapshot(1))).isInstanceOf(IOException.class);
    assertThat(names(root.resolve("own"))).containsExactly("abc-7-000001.hds");
  }

  @Test
  void followsNoLinkInThePlaceOfItsFile() throws IOException {
    Path precious = Files.writeString(root.resolve("precious"), "precious");
    SnapshotFolder folder = open(root.resolve("own"), 10);
    Files.createSymbolicLink(root.resolve("own/.abc-7-000001.hds.tmp"), precious);
    assertThatThrownBy(() -> folder.write(snapshot(1))).isInstanceOf(IOException.class);
    Files.createSymbolicLink(root.resolve("own/abc-7-000002.hds"), precious);
    folder.write(snapshot(2));
    assertThat(precious).hasContent("precious");
  }

  @Test
  void thinsOutItsOwnFilesOnly() throws IOException {
    Files.writeString(root.resolve("other-1-000001.hds"), "another run's");
    SnapshotFolder folder = open(root, 5);
    for (int i = 1; i <= 40; i++) {
      folder.write(snapshot(i));
    }
    assertThat(names(root))
        .hasSize(6)
        .contains("abc-7-000001.hds", "abc-7-000040.hds", "other-1-000001.hds");
  }

  @Test
  void makesADeletedFolderAgain() throws IOException {
    SnapshotFolder folder = open(root.resolve("own"), 10);
    Files.delete(root.resolve("own"));
    assertThat(folder.write(snapshot(1))).exists();
  }

  @Test
  void writesOnRequestButNeverOverAFile() throws IOException {
    SnapshotFolder folder = open(root.resolve("own"), 10);
    Path file = root.resolve("mine.hds");
    assertThat(folder.writeTo(file, snapshot(1))).exists();
    assertThatThrownBy(() -> folder.writeTo(file, snapshot(2)))
        .isInstanceOf(FileAlreadyExistsException.class);
    Path astray = root.resolve("none/mine.hds");
    assertThatThrownBy(() -> folder.writeTo(astray, snapshot(2)))
        .hasMessage(astray + ": its folder does not exist");
    assertThat(names(root)).containsExactlyInAnyOrder("mine.hds", "own");
  }

  @Test
  void saysSoWhenTheFolderCannotBeMade() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    assertThatThrownBy(() -> open(file.resolve("below"), 10)).isInstanceOf(IOException.class);
  }

  private static SnapshotFolder open(Path folder, int maxFiles) throws IOException {
    return SnapshotFolder.open(folder.toString(), JVM, maxFiles, Long.MAX_VALUE);
  }

  private static Snapshot snapshot(long sequence) {
    return new Snapshot(
        JVM,
        new CaptureFacts(
            sequence, CaptureFacts.Trigger.INTERVAL, sequence * 1000, 1 << 20, -1, sequence),
        new AgentFacts("0.1", "watch", 5, Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
