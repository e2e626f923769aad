package dev.heapdrift.benchmarks;

import java.nio.file.Path;

/**
 * Time and size of a snapshot with 50,000 registered containers: {@code SnapshotCost AGENT.jar}.
 * Runs {@link ManyContainers} in a JVM with the agent and prints its Markdown rows.
 */
final class SnapshotCost {

  private SnapshotCost() {}

  public static void main(String[] args) {
    Path agent = Path.of(args[0]).toAbsolutePath();
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "heapdrift-benchmark");
    ChildJvm jvm =
        ChildJvm.plain(Path.of(System.getProperty("java.home")))
            .with("-javaagent:" + agent + "=max-containers=50000,interval=0,snapshots=" + folder);
    System.out.print(jvm.run(ManyContainers.class, "50000"));
  }
}
