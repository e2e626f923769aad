package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heapdrift run} with real programs: their streams, exit codes and signals, our report. */
class RunIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** The last snapshot of a short program may take its time. */
  private static final String PATIENT = "--agent-options=exit-wait=2m";

  private static final String LEAKY = "dev.heapdrift.samples.leaks.staticmap.Leaky";

  @TempDir Path folder;
  @TempDir Path output;

  @Test
  void theProgramKeepsItsStdout() throws Exception {
    Program alone =
        Program.java(output, LIMIT, List.of("-cp", Built.SAMPLES.toString(), LEAKY, "1"));
    Program run =
        run("--snapshots", folder.resolve("short").toString(), "--", Program.JAVA)
            .with(LEAKY, "1")
            .exitedWith(0);
    assertThat(run.out()).isNotBlank().isEqualTo(alone.out());
  }

  @Test
  void theExitCodeIsTheProgramsOwn() throws Exception {
    Path kept = folder.resolve("kept");
    run("--snapshots", kept.toString(), PATIENT, Program.JAVA)
        .with(LEAKY, "not a number")
        .exitedWith(1);
    assertThat(kept).isDirectoryContaining("glob:**.hds");
  }

  @Test
  void aLauncherGetsTheAgentByItsEnvironment() throws Exception {
    Path launcher = folder.resolve("launcher");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '"
            + Program.JAVA
            + "' -cp '"
            + Built.SAMPLES
            + "' "
            + LEAKY
            + " \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path kept = folder.resolve("kept twice");
    Program run =
        run("--snapshots", kept.toString(), PATIENT, "--", launcher.toString())
            .with("1")
            .exitedWith(0);
    assertThat(kept).isDirectoryContaining("glob:**.hds");
    assertThat(run.err()).contains("launcher is not java").contains("Picked up JAVA_TOOL_OPTIONS");
  }

  @Test
  void aProgramThatIsNotThereLeavesNoFolder() throws Exception {
    Path kept = folder.resolve("kept");
    Program run = run("--snapshots", kept.toString(), "/no/such/java").with().exitedWith(2);
    assertThat(run.err()).hasLineCount(1).contains("cannot start /no/such/java");
    assertThat(kept).doesNotExist();
  }

  @Test
  void aSignalEndsTheProgramAndTheReportNamesTheLine() throws Exception {
    String line = Marker.frame(LEAKY, "convert", "static-map");
    Path kept = folder.resolve("a folder, with a comma");
    Run leaky =
        run("--interval", "500ms", "--snapshots", kept.toString(), "--", Program.JAVA, "-Xmx64m");
    try (Running run = leaky.start(LEAKY, Watched.FOREVER)) {
      new Written(kept, run).until(leaks -> leaks.foundFirst(line, "CONVERSIONS"));
      Program ended = run.terminate().ended(LIMIT).exitedWith(Running.TERMINATED);
      assertThat(ended.err())
          .contains("history of ", "heap after GC", line, "The snapshots lie in " + kept);
    }
    assertThat(kept).isDirectoryContaining("glob:**.hds").isDirectoryNotContaining("glob:**.jar");
  }

  private Run run(String... optionsAndProgram) {
    return new Run(output, List.of(optionsAndProgram));
  }

  /** A run that lacks the arguments of its program. */
  private record Run(Path output, List<String> optionsAndProgram) {

    Program with(String... arguments) throws IOException, InterruptedException {
      return Program.ended(command(arguments), output, LIMIT);
    }

    Running start(String... arguments) throws IOException {
      return Running.start(command(arguments), output);
    }

    private ProcessBuilder command(String... arguments) {
      List<String> all = new ArrayList<>(List.of("-jar", Built.CLI.toString(), "run"));
      all.addAll(optionsAndProgram);
      if (optionsAndProgram.contains(Program.JAVA)) {
        all.addAll(List.of("-cp", Built.SAMPLES.toString()));
      }
      all.addAll(List.of(arguments));
      return Program.java(all);
    }
  }
}
