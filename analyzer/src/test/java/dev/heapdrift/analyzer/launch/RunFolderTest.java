package dev.heapdrift.analyzer.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 9, 12, 0, 7);

  @TempDir Path folder;

  @Test
  void twoRunsOfOneSecondGetTwoFolders() throws LaunchException {
    assertThat(RunFolder.fresh(folder, NOON).root())
        .isEqualTo(folder.resolve("heapdrift-run-20260309-120007"))
        .isEmptyDirectory();
    assertThat(RunFolder.fresh(folder, NOON).root())
        .isEqualTo(folder.resolve("heapdrift-run-20260309-120007-2"))
        .isEmptyDirectory();
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "precious");
    refused(folder, folder + " is not empty; name a new folder");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("thesis.txt"), "precious");
    refused(file, "cannot make the folder: " + file);
  }

  @Test
  void aPathThatTheJvmWouldCutIsRefused() {
    Path odd = folder.resolve("a=b");
    refused(odd, "the folder's path must have no = in it: " + odd + "; name another");
  }

  @Test
  void onlyAnEmptyFolderIsRemoved() throws Exception {
    RunFolder run = RunFolder.named(folder.resolve("a").resolve("b"));
    Path snapshot = Files.writeString(run.root().resolve("x.hds"), "");
    run.removeIfEmpty();
    assertThat(snapshot).exists();
    Files.delete(snapshot);
    run.removeIfEmpty();
    assertThat(run.root()).doesNotExist();
  }

  private static void refused(Path wanted, String why) {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> RunFolder.named(wanted))
        .withMessage(why);
  }
}
