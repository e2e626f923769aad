package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.heapdrift.agent.testkit.Await;
import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the agent comes and goes: at start, by attaching, at exit, on request, by detaching. */
class LifecycleIT {

  @TempDir Path folder;

  @Test
  void theExitLeavesASnapshotAlsoAfterSystemExit() {
    try (SpawnedJvm jvm = SpawnedJvm.of(Program.class).agent(options("interval=0")).start()) {
      jvm.println("grow");
      jvm.awaitLine("grown");
      jvm.println("exit");
      assertThat(jvm.await().exitCode()).isEqualTo(7);
    }
    assertThat(last().capture().trigger()).isEqualTo(Trigger.EXIT);
    assertThat(last()).matches(LifecycleIT::showsTheCache);
  }

  @Test
  void aRequestLeavesASnapshotAndOverwritesNothing() throws IOException {
    Path file = folder.resolve("mine.hds");
    try (SpawnedJvm jvm = SpawnedJvm.of(Program.class).agent(options("interval=0")).start()) {
      jvm.println("snapshot " + file);
      assertThat(jvm.awaitLine("answer ")).isEqualTo("answer " + file);
      jvm.println("snapshot " + file);
      assertThat(jvm.awaitLine("answer error: ")).contains("exists and is not overwritten");
      jvm.println("exit");
      jvm.await();
    }
    assertThat(SnapshotReader.read(file).capture().trigger()).isEqualTo(Trigger.REQUEST);
  }

  @Test
  void anAttachedAgentNoticesDetachesAndIsAttachedAgain() throws Exception {
    try (SpawnedJvm jvm = SpawnedJvm.of(Program.class).start()) {
      jvm.awaitLine("ready");
      attach(jvm);
      attach(jvm);
      jvm.awaitErrorLine("an agent watches this JVM already");
      jvm.println("detach");
      jvm.awaitLine("detached");
      jvm.println("grow");
      jvm.awaitLine("grown");
      attach(jvm);
      jvm.println("grow");
      jvm.awaitLine("grown");
      jvm.println("exit");
      // the JDK itself warns of agents that are loaded dynamically
      assertThat(jvm.await().err()).filteredOn(line -> line.startsWith("heapdrift: ")).hasSize(1);
    }
    assertThat(last()).matches(LifecycleIT::showsTheCache);
  }

  private void attach(SpawnedJvm jvm) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
    try {
      machine.loadAgent(SpawnedJvm.agentJar().toString(), options("interval=0"));
    } finally {
      machine.detach();
    }
  }

  private String options(String more) {
    return more + ",exit-wait=2m,snapshots=" + folder.resolve("snapshots");
  }

  private Snapshot last() {
    return Snapshots.last(folder.resolve("snapshots"));
  }

  private static boolean showsTheCache(Snapshot snapshot) {
    return snapshot.containers().stream()
        .filter(container -> container.type().equals("java.util.HashMap"))
        .flatMap(container -> container.growthSites().stream())
        .flatMap(site -> snapshot.stacks().get(site.stack()).stream())
        .anyMatch(frame -> frame.method().equals(Program.class.getName() + ".grow"));
  }

  /** Does what it is told on standard input, one word a line. */
  static final class Program {
    private static final Map<Integer, Integer> CACHE = new HashMap<>();
    private static final int ENTRIES = 20_000;

    private Program() {}

    public static void main(String[] args) throws Exception {
      System.out.println("ready");
      try (Scanner in = new Scanner(System.in, "UTF-8")) {
        while (in.hasNextLine()) {
          String[] words = in.nextLine().split(" ", 2);
          switch (words[0]) {
            case "grow" -> grow();
            case "snapshot" -> System.out.println("answer " + control("snapshot", words[1]));
            case "detach" -> detach();
            default -> System.exit(7);
          }
        }
      }
    }

    private static void grow() {
      for (int i = 0; i < ENTRIES; i++) {
        CACHE.put(CACHE.size(), i);
      }
      System.out.println("grown");
    }

    private static void detach() throws Exception {
      control("detach", null);
      System.out.println(Await.reached(() -> !agentRuns()) ? "detached" : "still attached");
    }

    private static boolean agentRuns() {
      List<Thread> threads = new ArrayList<>(Thread.getAllStackTraces().keySet());
      return threads.stream().anyMatch(thread -> thread.getName().equals("heapdrift"));
    }

    private static Object control(String verb, Object argument) throws Exception {
      return Class.forName("java.lang.HeapdriftDoor1", false, null)
          .getMethod("control", String.class, Object.class)
          .invoke(null, verb, argument);
    }
  }
}
