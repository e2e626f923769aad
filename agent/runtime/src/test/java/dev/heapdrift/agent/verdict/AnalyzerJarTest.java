package dev.heapdrift.agent.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerJarTest {
  @TempDir Path folder;

  @Test
  void theOptionWinsOverWhatLiesBesideTheAgent() throws IOException {
    Path agent = file("heapdrift-agent.jar");
    Path beside = file("heapdrift.jar");
    Path named = file("named.jar");
    assertThat(new AnalyzerJar("", agent.toFile()).find()).isEqualTo(beside);
    assertThat(new AnalyzerJar(named.toString(), agent.toFile()).find()).isEqualTo(named);
    assertThat(new AnalyzerJar("", agent.toFile()).isThere()).isTrue();
  }

  @Test
  void whatIsMissingIsOneLineThatSaysWhatToGive() throws IOException {
    Path agent = file("heapdrift-agent.jar");
    refused(new AnalyzerJar("", null), "by the agent's option analyzer=FILE");
    refused(
        new AnalyzerJar("", agent.toFile()),
        "lay it beside the agent, as " + folder.resolve("heapdrift.jar"));
    refused(
        new AnalyzerJar("gone.jar", agent.toFile()), "analyzer=gone.jar: there is no such file");
    refused(new AnalyzerJar(folder.toString(), null), "there is no such file");
    refused(new AnalyzerJar("a\0b", null), "is no path");
  }

  private static void refused(AnalyzerJar jar, String why) {
    assertThat(jar.isThere()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(jar::find)
        .withMessageContaining(why)
        .withMessageNotContaining("\n");
  }

  private Path file(String name) throws IOException {
    return Files.createFile(folder.resolve(name));
  }
}
