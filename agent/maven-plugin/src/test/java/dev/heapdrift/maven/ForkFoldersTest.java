package dev.heapdrift.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkFoldersTest {
  private static final Instant START = Instant.parse("2026-03-31T12:00:00Z");

  @TempDir Path root;

  @Test
  void surefireNumbersTheFolderOfEachFork() {
    assertThat(new ForkFolders(root).ofEach()).hasFileName("fork-${surefire.forkNumber}");
  }

  @Test
  void foldersWithoutSnapshotsAreLeftOut() throws IOException {
    snapshot("fork-2/b-1.hds", START);
    snapshot("fork-1/a-1.hds", START);
    Files.createDirectories(root.resolve("fork-3"));
    Files.createDirectories(root.resolve("other"));

    assertThat(new ForkFolders(root).filled())
        .containsExactly(root.resolve("fork-1"), root.resolve("fork-2"));
  }

  @Test
  void withoutForksTheFolderItselfIsRead() throws IOException {
    assertThat(new ForkFolders(root).filled()).isEmpty();
    assertThat(new ForkFolders(root.resolve("missing")).filled()).isEmpty();
    snapshot("a-1.hds", START);
    assertThat(new ForkFolders(root).filled()).containsExactly(root);
  }

  @Test
  void whatEarlierBuildsHaveLeftIsTakenOutAndNothingElse() throws IOException {
    Path old = snapshot("fork-1/old-1.hds", START.minusSeconds(60));
    Path own = snapshot("fork-1/own-1.hds", START.plusSeconds(1));
    Path note = snapshot("fork-1/note.txt", START.minusSeconds(60));
    Path kept = snapshot("good/old-1.hds", START.minusSeconds(60));

    new ForkFolders(root).clear(START);

    assertThat(old).doesNotExist();
    assertThat(own).exists();
    assertThat(note).exists();
    assertThat(kept).exists();
    new ForkFolders(root.resolve("missing")).clear(START);
  }

  private Path snapshot(String name, Instant written) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    return Files.setLastModifiedTime(file, FileTime.from(written));
  }
}
