package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heapdrift run} with real programs: their streams, exit codes and signals, our report. */
class RunIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String LEAKY = "dev.heapdrift.samples.leaks.staticmap.Leaky";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path folder;
  @TempDir Path output;

  @Test
  void theProgramKeepsItsStdoutAndTheReportGoesToStderr() throws Exception {
    Path kept = folder.resolve("kept, with a comma");
    Program run =
        run("--interval", "500ms", "--snapshots", kept.toString(), "--", JAVA, "-Xmx64m")
            .with(LEAKY, "10")
            .exitedWith(0);
    Program alone =
        Program.java(output, LIMIT, List.of("-cp", Built.SAMPLES.toString(), LEAKY, "10"));
    assertThat(run.out()).isNotBlank().isEqualTo(alone.out());
    assertThat(run.err())
        .contains("heap after GC")
        .contains(Marker.frame(LEAKY, "convert", "static-map"))
        .contains("The snapshots lie in " + kept);
    assertThat(kept).isDirectoryContaining("glob:**.hds").isDirectoryNotContaining("glob:**.jar");
  }

  @Test
  void theExitCodeIsTheProgramsOwn() throws Exception {
    Path kept = folder.resolve("kept");
    run("--snapshots", kept.toString(), JAVA).with(LEAKY, "not a number").exitedWith(1);
    assertThat(kept).isDirectoryContaining("glob:**.hds");
  }

  @Test
  void aLauncherGetsTheAgentByItsEnvironment() throws Exception {
    Path kept = folder.resolve("kept twice");
    Path launcher = folder.resolve("launcher");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '" + JAVA + "' -cp '" + Built.SAMPLES + "' " + LEAKY + " \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Program run =
        run("--snapshots", kept.toString(), "--", launcher.toString()).with("1").exitedWith(0);
    assertThat(run.err()).contains("launcher is not java").contains("Picked up JAVA_TOOL_OPTIONS");
    assertThat(kept).isDirectoryContaining("glob:**.hds");
  }

  @Test
  void aProgramThatIsNotThereLeavesNoFolder() throws Exception {
    Path kept = folder.resolve("kept");
    Program run = run("--snapshots", kept.toString(), "/no/such/java").with().exitedWith(2);
    assertThat(run.err()).hasLineCount(1).contains("cannot start /no/such/java");
    assertThat(kept).doesNotExist();
  }

  @Test
  void aSignalEndsTheProgramAndThenTheReportFollows() throws Exception {
    Path kept = folder.resolve("kept");
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(
        run("--interval=500ms", "--snapshots", kept.toString(), JAVA).arguments(LEAKY, "60"));
    Path err = output.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.resolve("out.txt").toFile())
            .redirectError(err.toFile())
            .start();
    try {
      awaitSnapshot(kept);
      process.destroy();
      assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
      assertThat(err).content().contains("history of ").contains("The snapshots lie in " + kept);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void awaitSnapshot(Path snapshots) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!holdsSnapshot(snapshots)) {
      assertThat(System.nanoTime()).as("no snapshot came").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean holdsSnapshot(Path snapshots) throws IOException {
    if (!Files.isDirectory(snapshots)) {
      return false;
    }
    try (Stream<Path> files = Files.list(snapshots)) {
      return files.anyMatch(file -> file.toString().endsWith(".hds"));
    }
  }

  private Run run(String... optionsAndProgram) {
    return new Run(output, List.of(optionsAndProgram));
  }

  /** A run that lacks the arguments of its program. */
  private record Run(Path output, List<String> optionsAndProgram) {

    Program with(String... arguments) throws IOException, InterruptedException {
      return Program.java(output, LIMIT, arguments(arguments));
    }

    List<String> arguments(String... arguments) {
      List<String> all = new ArrayList<>(List.of("-jar", Built.CLI.toString(), "run"));
      all.addAll(optionsAndProgram);
      if (optionsAndProgram.contains(JAVA)) {
        all.addAll(List.of("-cp", Built.SAMPLES.toString()));
      }
      all.addAll(List.of(arguments));
      return all;
    }
  }
}
