package dev.heapdrift.benchmarks.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.snapshot.Snapshot;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** Level {@code exact}: every site is equal to the byte, live and allocated, in a fresh JVM. */
class TruthIT {

  /** A sixteenth of what a site allocates in the runs that test for bias: 1 MiB. */
  private static final String SHARE = "0.0625";

  @TempDir Path folder;

  @Test
  void everySiteIsEqualToTheByte() throws Exception {
    assertExact(run("level=exact", List.of(), "usual"));
  }

  @Test
  void withWholeStacksToo() throws Exception {
    assertExact(run("level=exact,trace-frames=32", List.of(), "usual"));
  }

  @Test
  @EnabledForJreRange(minVersion = 25, disabledReason = "has no compact object headers")
  void withCompactHeadersToo() throws Exception {
    assertExact(run("level=exact", List.of("-XX:+UseCompactObjectHeaders"), "compact"));
  }

  private static void assertExact(List<Measured> sites) {
    assertThat(sites).hasSize(2 * Sites.ALL.size());
    assertThat(sites)
        .allSatisfy(
            site -> {
              assertThat(site.saidAllocated()).as(site::toString).isEqualTo(site.trueAllocated());
              assertThat(site.saidLive()).as(site::toString).isEqualTo(site.trueLive());
              assertThat(site.liveError()).as(site::toString).isZero();
            });
  }

  private List<Measured> run(String options, List<String> jvm, String layout) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(
        "-javaagent:"
            + System.getProperty("heapdrift.agent.jar")
            + "=interval=0,snapshots="
            + folder
            + ","
            + options);
    command.add("-Xmx1g"); // beyond 32 GB, a quarter of a large machine, the layout is another
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath(), TruthProgram.class.getName(), layout, SHARE, "2"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return Measured.parse(output);
  }

  private static String classPath() {
    return Stream.of(TruthProgram.class, Heapdrift.class, Snapshot.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .map(path -> new File(path).getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
