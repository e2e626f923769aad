package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir Path folder;

  @Test
  void isReplacedAndItsFoldersAreMade() throws IOException {
    Path file = folder.resolve("a/b/leaks.json");
    OutputFile.replace(file, "old");
    OutputFile.replace(file, "new");
    assertThat(file).hasContent("new");
    assertThat(file.getParent()).isDirectoryContaining("glob:**.json");
    assertThat(file.getParent().toFile().list()).as("nothing else is left").hasSize(1);
  }

  @Test
  void aLinkGoesOnToPointToIt() throws IOException {
    Path real = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
    OutputFile.replace(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void whatCannotBeWrittenStaysAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assertThatThrownBy(() -> OutputFile.replace(file.resolve("below"), "new"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> OutputFile.replace(folder, "new")).isInstanceOf(IOException.class);
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).hasSize(1);
  }
}
