package dev.heapdrift.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Time and size of a snapshot with 50,000 registered containers: {@code SnapshotCost AGENT.jar}.
 * Runs {@link ManyContainers} in a JVM with the agent and prints its Markdown rows.
 */
final class SnapshotCost {

  private SnapshotCost() {}

  public static void main(String[] args) throws IOException {
    Path agent = Path.of(args[0]).toAbsolutePath();
    try (Scratch scratch = new Scratch()) {
      String options = "max-containers=50000,interval=0,snapshots=" + scratch.folder();
      ChildJvm jvm =
          ChildJvm.plain(Path.of(System.getProperty("java.home")))
              .with("-javaagent:" + agent + "=" + options);
      System.out.print(jvm.run(ManyContainers.class, "50000"));
    }
  }
}
