package dev.heapdrift.agent.growth;

import dev.heapdrift.agent.testkit.Await;
import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What the built agent has noticed of the containers that a main class has filled. */
final class Noticed {
  private final Class<?> main;
  private final Snapshot snapshot;

  private Noticed(Class<?> main, Snapshot snapshot) {
    this.main = main;
    this.snapshot = snapshot;
  }

  /**
   * Runs {@code main} until a snapshot after its line "filled" shows enough, two minutes at most,
   * and takes the snapshot of its exit: what is missing then, the tests tell.
   */
  static Noticed by(Class<?> main, Path folder, Predicate<Noticed> enough) {
    SpawnedJvm.Builder builder =
        SpawnedJvm.of(main)
            .jvm("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal")
            .agent("interval=1s,snapshots=" + folder);
    try (SpawnedJvm jvm = builder.start()) {
      jvm.awaitLine("filled");
      Await.reached(() -> enough.test(new Noticed(main, Snapshots.last(folder))));
      jvm.println("end");
      jvm.await().succeeded();
    }
    return new Noticed(main, Snapshots.last(folder));
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** The containers of a type that grew under a method of the main class. */
  List<ContainerFacts> ofType(String type) {
    return snapshot.containers().stream()
        .filter(container -> container.type().equals(type))
        .filter(container -> container.growthSites().stream().anyMatch(this::underMain))
        .toList();
  }

  private boolean underMain(ContainerFacts.GrowthSite site) {
    List<Frame> stack = snapshot.stacks().get(site.stack());
    return stack.stream().anyMatch(frame -> frame.className().startsWith(main.getName()));
  }
}
