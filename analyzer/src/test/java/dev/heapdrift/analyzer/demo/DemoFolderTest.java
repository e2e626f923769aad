package dev.heapdrift.analyzer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heapdrift.analyzer.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

  @TempDir Path folder;

  @Test
  void aMissingFolderIsMade() throws LaunchException {
    DemoFolder made = DemoFolder.create(folder.resolve("a").resolve("b"));
    assertThat(made.root()).isEmptyDirectory();
    assertThat(made.snapshots()).doesNotExist();
  }

  @Test
  void withoutAFolderItIsANewTemporaryOne() throws LaunchException, IOException {
    DemoFolder first = DemoFolder.create(null);
    DemoFolder second = DemoFolder.create(null);
    assertThat(first.root()).isEmptyDirectory().isNotEqualTo(second.root());
    Files.delete(first.root());
    Files.delete(second.root());
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "precious");
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> DemoFolder.create(folder))
        .withMessage(folder + " is not empty; name a new folder");
  }

  @Test
  void withoutTheSampleServiceItSaysWhereItWouldLie() {
    String before = System.getProperty(DemoFolder.HOME);
    System.setProperty(DemoFolder.HOME, folder.toString());
    try {
      assertThatExceptionOfType(LaunchException.class)
          .isThrownBy(DemoFolder::samples)
          .withMessageContaining(folder.resolve("sample-apps").toString())
          .withMessageContaining("./heapdrift demo");
    } finally {
      if (before == null) {
        System.clearProperty(DemoFolder.HOME);
      } else {
        System.setProperty(DemoFolder.HOME, before);
      }
    }
  }
}
