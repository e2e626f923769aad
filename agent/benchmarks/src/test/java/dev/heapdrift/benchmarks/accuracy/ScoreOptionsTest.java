package dev.heapdrift.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreOptionsTest {

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void jarBesideSources() throws IOException {
    Files.createDirectories(folder.resolve("src/main/java"));
    jar = Files.createFile(Files.createDirectory(folder.resolve("target")).resolve("a.jar"));
  }

  private ScoreOptions parse(String... more) {
    Stream<String> jars = Stream.of(jar, jar, jar).map(Path::toString);
    return ScoreOptions.parse(Stream.concat(jars, Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void byDefaultAllPairsRunAtLevelWatchInASmallHeap() {
    ScoreOptions options = parse();
    assertThat(options.level()).isEqualTo("watch");
    assertThat(options.pairs()).isEmpty();
    assertThat(options.jvmArguments()).containsExactly("-Xmx256m");
    assertThat(options.sources()).isEqualTo(folder.resolve("src/main/java").toAbsolutePath());
  }

  @Test
  void jvmArgumentsComeAfterTheDefaultsWhichTheyReplace() {
    ScoreOptions options =
        parse("-XX:+DisableExplicitGC", "--level", "exact", "-Xmx2g", "--seconds", "90");
    assertThat(options.jvmArguments())
        .containsExactly("-Xmx256m", "-XX:+DisableExplicitGC", "-Xmx2g");
    assertThat(options.level()).isEqualTo("exact");
    assertThat(options.seconds()).isEqualTo(90);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--level loud", "--seconds 0", "--seconds 999", "--seconds", "--pair a", "extra"})
  void badInputIsOneLine(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(line.split(" ", -1)))
        .withMessageNotContaining("\n");
  }

  @Test
  void jarsThatAreNotThereAreBadInput() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreOptions.parse(jar.toString(), "no-such.jar", jar.toString()))
        .withMessageStartingWith("no-such.jar is no file");
  }

  @Test
  void samplesWithoutTheirSourcesAreBadInput() throws IOException {
    Files.delete(folder.resolve("src/main/java"));
    assertThatIllegalArgumentException()
        .isThrownBy(this::parse)
        .withMessageStartingWith("the samples' sources are not at ");
  }
}
