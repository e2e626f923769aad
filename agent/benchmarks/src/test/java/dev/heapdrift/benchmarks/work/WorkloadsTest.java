package dev.heapdrift.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadsTest {

  @TempDir private Path folder;

  static Stream<String> all() {
    return Stream.of(Workloads.REALISTIC, Workloads.ALLOCATING, Workloads.IN_PYTHON_TOO)
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyWorkloadDoesItsUnit(String name) throws Exception {
    Workload.Turn turn = Workloads.make(name).turn(1);
    assertThat(turn.units()).isPositive();
    assertThat(turn.nanos()).isPositive();
    assertThat(turn.answers()).isNotZero();
  }

  @Test
  void anUnknownNameIsToldWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workloads.make("jakson"))
        .withMessageContaining("jackson");
  }

  static List<String> inPythonToo() {
    return Workloads.IN_PYTHON_TOO;
  }

  @ParameterizedTest
  @MethodSource("inPythonToo")
  void pythonGivesTheSameAnswer(String name) throws Exception {
    Path programs = folder.resolve("programs.py");
    try (InputStream in = Workloads.class.getResourceAsStream("programs.py")) {
      Files.copy(in, programs);
    }
    String answer = python(programs.toString(), name, "once");
    assertThat(answer.strip()).isEqualTo(Long.toString(Workloads.make(name).unit()));
  }

  private static String python(String... arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("python3"), Stream.of(arguments)).toList();
    Process process = null;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      assumeTrue(false, "no python3 on this machine");
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
