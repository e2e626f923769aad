package dev.heapdrift.benchmarks;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.heapdrift.benchmarks.work.HeapAfterWork;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long the hooks take to install, on the thread that waits for it: {@code InstallTime AGENT.jar
 * RUNS}. From premain, before an empty program; from agentmain, in a program that waits and in a
 * database at work. The times are the agent's own, of its last snapshot: from its first line to the
 * open door.
 */
final class InstallTime {

  private static final String MILLIS = "8000";
  private static final Duration WARM = Duration.ofSeconds(3);
  private static final Duration LIFE = Duration.ofMinutes(1);

  private final Path agent;
  private final Path scratch;
  private final ChildJvm plain = ChildJvm.plain(Path.of(System.getProperty("java.home")));

  private InstallTime(Path agent, Path scratch) {
    this.agent = agent;
    this.scratch = scratch;
  }

  public static void main(String[] args) throws Exception {
    try (Scratch scratch = new Scratch()) {
      InstallTime times = new InstallTime(Path.of(args[0]).toAbsolutePath(), scratch.folder());
      List<Double> premain = new ArrayList<>();
      List<Double> idle = new ArrayList<>();
      List<Double> busy = new ArrayList<>();
      for (int run = 0; run < Integer.parseInt(args[1]); run++) {
        premain.add(times.premain(scratch.folder().resolve("premain-" + run)));
        idle.add(times.agentmain("idle", scratch.folder().resolve("idle-" + run)));
        busy.add(times.agentmain("h2", scratch.folder().resolve("h2-" + run)));
      }
      print("premain, empty program", premain);
      print("agentmain, program that waits", idle);
      print("agentmain, H2 at work", busy);
    }
  }

  private double premain(Path snapshots) throws IOException {
    plain.with("-javaagent:" + agent + "=snapshots=" + snapshots).run(IdleProgram.class, "1000");
    return installMillis(snapshots);
  }

  private double agentmain(String workload, Path snapshots)
      throws IOException,
          InterruptedException,
          AttachNotSupportedException,
          AgentLoadException,
          AgentInitializationException {
    Process process =
        new ProcessBuilder(plain.command(HeapAfterWork.class, workload, MILLIS))
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("output").toFile())
            .start();
    Lifetime.bound(process, LIFE);
    if (process.waitFor(WARM.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(workload + " ended before it was attached to");
    }
    VirtualMachine jvm = VirtualMachine.attach(Long.toString(process.pid()));
    jvm.loadAgent(agent.toString(), "snapshots=" + snapshots);
    jvm.detach();
    process.waitFor();
    return installMillis(snapshots);
  }

  private static double installMillis(Path snapshots) throws IOException {
    try (Stream<Path> files = Files.list(snapshots)) {
      Path last =
          files
              .filter(file -> file.toString().endsWith(".hds"))
              .sorted()
              .reduce((a, b) -> b)
              .orElseThrow();
      CostFacts install =
          SnapshotReader.read(last).costs().stream()
              .filter(cost -> cost.activity().equals("install"))
              .findFirst()
              .orElseThrow();
      return install.totalNanos() / 1e6;
    }
  }

  private static void print(String what, List<Double> millis) {
    Collections.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "| hooks installed, %s | %.0f ms | %.0f – %.0f | %d |%n",
        what,
        millis.get(millis.size() / 2),
        millis.get(0),
        millis.get(millis.size() - 1),
        millis.size());
  }
}
