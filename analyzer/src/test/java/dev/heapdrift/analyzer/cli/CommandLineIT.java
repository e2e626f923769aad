package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as users start it: what it prints where, and nothing else. */
class CommandLineIT {
  private static final long TIMEOUT_SECONDS = 180;

  @TempDir Path folder;
  @TempDir Path output;

  @BeforeEach
  void record() throws IOException {
    for (int second = 1; second <= 40; second++) {
      SnapshotBuilder.at(second)
          .map(1, "com.app.Orders.CACHE", second * 1000L, "com.app.Orders.find(Orders.java:42)")
          .writeTo(folder);
    }
  }

  @Test
  void aPipeGetsJsonAndNothingElse() throws Exception {
    Result result = run(Map.of(), "leaks", folder.toString(), "--format", "json");
    assertThat(result.code).isEqualTo(1);
    assertThat(result.out).startsWith("{").endsWith("}\n");
    assertThat(new ObjectMapper().readTree(result.out).get("outcome").asText()).isEqualTo("leaks");
    assertThat(result.err).isEmpty();
  }

  @Test
  void aPipeGetsNoColoursAndALocaleWithoutBlocksGetsAscii() throws Exception {
    Result result = run(Map.of("LC_ALL", "C"), "leaks", folder.toString());
    assertThat(result.code).isEqualTo(1);
    assertThat(result.out).matches("[\\x20-\\x7e\\n]*").contains("1 leak in 40 snapshots");
    assertThat(result.err).isEmpty();
  }

  @Test
  void aTruncatedFileIsOneLineWithItsOffset() throws Exception {
    Path file = folder.resolve("jvm1-40.hds");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    Result result = run(Map.of(), "leaks", folder.toString());
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err)
        .isEqualTo(
            "heapdrift: "
                + file
                + ": the file is truncated in a checksum at byte "
                + (bytes.length - 1)
                + "\n");
  }

  @Test
  void withoutTheAttachMechanismACommandThatNeedsItIsOneLine() throws Exception {
    for (String command : List.of("ps", "status 1")) {
      Result result = run(List.of("--limit-modules=java.se"), Map.of(), command.split(" ", -1));
      assertThat(result.code).isEqualTo(2);
      assertThat(result.out).isEmpty();
      assertThat(result.err)
          .isEqualTo(
              "heapdrift: this Java runtime has no module jdk.attach: run heapdrift with a JDK\n");
    }
  }

  @Test
  void theAgentTellsItsOptionsItself() throws Exception {
    Result result = run(Map.of(), "options");
    assertThat(result.code).isZero();
    assertThat(result.out)
        .contains(
            "\n  level=off|watch|sample|exact  (default: watch)\n      How much is watched.\n",
            "\n  include=com.app;com.lib.Cache*\n")
        .doesNotContainPattern("(?m)^.{100}");
    assertThat(result.err).isEmpty();
  }

  @Test
  void theVersionIsThatOfTheJar() throws Exception {
    assertThat(run(Map.of(), "--version").out).matches("(?s)heapdrift \\d+\\.\\d+.*");
  }

  private record Result(int code, String out, String err) {}

  private Result run(Map<String, String> environment, String... arguments) throws Exception {
    return run(List.of(), environment, arguments);
  }

  private Result run(List<String> jvm, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.add("-jar");
    command.add(System.getProperty("heapdrift.cli.jar"));
    command.addAll(List.of(arguments));
    Path out = output.resolve("out");
    Path err = output.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s");
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
