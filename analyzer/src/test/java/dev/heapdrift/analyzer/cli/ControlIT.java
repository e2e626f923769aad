package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heapdrift.analyzer.control.Attachment;
import dev.heapdrift.analyzer.watch.JvmSampler;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A JVM that runs is attached to, asked, switched and left; with the built agent. */
class ControlIT {
  private static final long TIMEOUT_SECONDS = 180;

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();
  private String out = "";
  private String err = "";

  @BeforeEach
  void silence() {
    Logging.silence();
  }

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aServiceIsLookedAtAndLeft() throws Exception {
    Process service = start("-XX:+EnableDynamicAgentLoading", "-Xmx128m");
    String pid = Long.toString(service.pid());
    Path kept = folder.resolve("kept");

    itIsAttachedTo(pid, kept);
    whatWasLargeBeforeIsFound(pid);
    run(0, "watch", pid);
    assertThat(out).contains("JVM " + pid + ", level watch");
    atLevelExactLinesAreTold(pid);
    Path first = atLevelOffItRestsAndWakesAgain(pid, kept);
    itLeavesAndComesBackToItsSeries(pid, kept, first);

    service.getOutputStream().write('\n');
    service.getOutputStream().flush();
    assertThat(service.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(service.exitValue()).isZero();
    assertThat(folder.resolve("out.txt")).hasContent("counting\ncounted\n");
    assertThat(Files.readString(folder.resolve("err.txt"))).doesNotContain("heapdrift:");
  }

  private void itIsAttachedTo(String pid, Path kept) throws Exception {
    run(0, "ps");
    assertThat(out).containsPattern("(?m)^ *" + pid + "  - +.*Counting$");
    run(2, "status", pid);
    assertThat(err).contains("no agent watches JVM " + pid);
    run(2, "attach", pid, "levle=sample,snapshots=" + kept);
    assertThat(err).contains("did you mean 'level'?").hasLineCount(1);
    assertThat(kept).doesNotExist();

    run(0, "attach", pid, "interval=0,snapshots=" + kept);
    assertThat(out).contains("attached to JVM " + pid + " at level watch", kept.toString());
    run(0, "attach", pid);
    assertThat(out).contains("already, at level watch");
    run(0, "ps");
    assertThat(out).containsPattern("(?m)^ *" + pid + "  watch ");
  }

  private void atLevelExactLinesAreTold(String pid) throws Exception {
    run(0, "level", pid, "exact");
    assertThat(out).isEqualTo("JVM " + pid + " at level exact, was watch\n");
    Path mine = folder.resolve("mine.hds");
    run(0, "snapshot", pid, "--gc", "-o", mine.toString());
    assertThat(out).isEqualTo(mine + "\n");
    run(0, "top", mine.toString());
    assertThat(out).contains("Counting.java");
    run(2, "snapshot", pid, "-o", mine.toString());
    assertThat(err).contains("exists and is not overwritten");
  }

  /** The snapshot that is taken then. */
  private Path atLevelOffItRestsAndWakesAgain(String pid, Path kept) throws Exception {
    run(0, "level", pid, "off");
    run(2, "snapshot", pid);
    assertThat(err).contains("rests at level off");
    run(0, "status", pid, "--format", "json");
    assertThat(new ObjectMapper().readTree(out).get("level").asText()).isEqualTo("off");
    run(0, "level", pid, "watch");
    run(0, "snapshot", pid);
    Path snapshot = Path.of(out.strip());
    run(0, "status", pid);
    assertThat(out)
        .contains("watch since ", "asked for", kept.toString())
        .doesNotContain("development");
    return snapshot;
  }

  private void itLeavesAndComesBackToItsSeries(String pid, Path kept, Path first) throws Exception {
    run(0, "detach", pid);
    assertThat(kept).isDirectoryNotContaining("glob:**.jar");
    run(0, "ps");
    assertThat(out).containsPattern("(?m)^ *" + pid + "  - ");
    byte[] before = Files.readAllBytes(first);
    run(0, "attach", pid, "interval=0,snapshots=" + kept);
    run(0, "detach", pid);
    assertThat(first).as("of an earlier agent").hasBinaryContent(before);
    assertThat(snapshots(kept)).isGreaterThanOrEqualTo(3);
  }

  private void whatWasLargeBeforeIsFound(String pid) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    List<String> owners = List.of();
    String sought = "static " + Counting.class.getName() + ".ROOMY";
    while (!owners.contains(sought)) {
      assertThat(System.nanoTime()).as("%s among %s", sought, owners).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(200);
      run(0, "snapshot", pid);
      owners =
          SnapshotReader.read(Path.of(out.strip())).containers().stream()
              .filter(container -> container.owner() != null)
              .map(container -> container.owner().path())
              .toList();
    }
  }

  /** Newer JDKs warn of each agent that is loaded, on the stderr of the service. */
  @Test
  void aWatchLoadsOneAgentForAllLooks() throws Exception {
    Process service = start();
    String pid = Long.toString(service.pid());
    run(0, "attach", pid, "interval=0,survivors-interval=0,snapshots=" + folder.resolve("kept"));
    long before = warnings();
    try (Attachment jvm = Attachment.to(service.pid());
        JvmSampler sampler = JvmSampler.of(jvm)) {
      long first = sampler.view().uptimeMillis();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
      for (int looks = 1; sampler.view().uptimeMillis() == first || looks < 20; looks++) {
        assertThat(System.nanoTime()).as("a newer snapshot").isLessThan(deadline);
      }
      sampler.level("off");
      assertThat(sampler.view().level()).isEqualTo("off");
      sampler.level("watch");
      assertThat(sampler.view().level()).isEqualTo("watch");
    }
    assertThat(warnings() - before).as("two looks that asked, two levels").isLessThanOrEqualTo(4);
  }

  private long warnings() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("err.txt"))) {
      return lines.filter(line -> line.contains("has been loaded dynamically")).count();
    }
  }

  @Test
  void whoCannotBeAttachedToIsOneLine() throws Exception {
    refused(Long.toString(start("-XX:+DisableAttachMechanism").pid()), "DisableAttachMechanism");
    refused(Long.toString(start("-XX:-EnableDynamicAgentLoading").pid()), "not enabled");
    Process other = new ProcessBuilder("sleep", "60").start();
    started.add(other);
    refused(Long.toString(other.pid()), "is no JVM");
    assertThat(other.isAlive()).isTrue();
    refused("999999999", "there is no process 999999999");
  }

  private void refused(String pid, String why) {
    run(2, "attach", pid, "snapshots=" + folder.resolve("refused"));
    assertThat(err).startsWith("heapdrift: ").contains(why).hasLineCount(1);
    assertThat(folder.resolve("refused")).doesNotExist();
  }

  private void run(int code, String... arguments) {
    StringWriter printed = new StringWriter();
    StringWriter complained = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(printed));
    line.setErr(new PrintWriter(complained));
    int ended = line.execute(arguments);
    out = printed.toString();
    err = complained.toString();
    assertThat(ended).as("%s: %s%s", String.join(" ", arguments), out, err).isEqualTo(code);
  }

  /** Waits until the JVM has begun to run the program. */
  private Process start(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(options));
    Path classes =
        Path.of(Counting.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    command.addAll(List.of("-cp", classes.toString(), Counting.class.getName()));
    Path printed = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(printed.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    started.add(process);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (!Files.exists(printed) || Files.size(printed) == 0) {
      assertThat(System.nanoTime()).as("the program starts").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return process;
  }

  private static long snapshots(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".hds")).count();
    }
  }
}
