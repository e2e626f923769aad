package dev.heapdrift.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heapdrift.benchmarks.work.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

class CostOptionsTest {

  @TempDir private Path folder;
  private Path agent;

  @BeforeEach
  void agentJar() throws IOException {
    agent = Files.createFile(folder.resolve("agent.jar"));
  }

  private CostOptions parse(String... more) {
    return CostOptions.parse(
        Stream.concat(Stream.of(agent.toString()), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void byDefaultEverythingIsMeasuredInFull() {
    CostOptions options = parse();
    assertThat(options.size()).isEqualTo(SuiteSize.FULL);
    assertThat(options.workloads()).isEqualTo(Workloads.REALISTIC);
    assertThat(options.variants()).containsExactly(Variant.values());
    assertThat(CostOptions.PARTS).allMatch(options::has);
    assertThat(options.agentOptions()).isEmpty();
    assertThat(options.turnsFile()).isEmpty();
  }

  @Test
  void withoutAToolIsAlwaysAmongTheVariantsAndFirst() {
    assertThat(parse("--variants", "async-profiler,watch").variants())
        .containsExactly(Variant.NONE, Variant.WATCH, Variant.ASYNC_PROFILER);
  }

  @Test
  void sizesCanBeChanged() {
    SuiteSize size = parse("--size", "small", "--sets", "9", "--settle-turns", "3").size();
    assertThat(size.sets()).isEqualTo(9);
    assertThat(size.settleTurns()).isEqualTo(3);
    assertThat(size.turns()).isEqualTo(SuiteSize.SMALL.turns());
  }

  @Test
  void optionsOfTheAgentFollowItsOwn() {
    assertThat(parse("--agent-options", "zoom=off,trace-frames=3").agentOptions())
        .isEqualTo(",zoom=off,trace-frames=3");
  }

  @Test
  void aFileOfTurnsIsNotOverwritten() {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> parse("--turns-file", agent.toString()))
        .withMessageEndingWith("agent.jar exists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--size huge",
        "--sets 0",
        "--sets many",
        "--workloads jackson,jakson",
        "--variants watch,nothing",
        "--parts",
        "--part workloads"
      })
  void badInputIsOneLine(String line) {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> parse(line.split(" ", -1)))
        .withMessageNotContaining("\n");
  }

  @Test
  void anAgentThatIsNotThereIsBadInput() {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> CostOptions.parse("no-such.jar"))
        .withMessage("no-such.jar is not a file");
  }
}
