package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.WorkFacts;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that ships the API, with the agent and without. */
class ApiIT {

  @TempDir Path folder;

  @Test
  void anApplicationTakesSnapshotsOfItself() throws Exception {
    Path snapshots = folder.resolve("snapshots");
    Path chosen = folder.resolve("chosen.hds");
    List<String> said =
        Traced.output(Application.class, "level=watch", folder, List.of(), chosen.toString());
    assertThat(said.get(0)).isEqualTo("active true");
    Path taken = Path.of(said.get(1));
    assertThat(taken).isRegularFile().hasParent(snapshots);
    assertThat(said.get(2)).isEqualTo(chosen.toString());
    assertThat(chosen).isRegularFile();
    assertThat(said.get(3)).startsWith("refused ").contains("exists");
    assertThat(said.get(4)).startsWith("refused ");
  }

  @Test
  void theAgentReadsTheWorkThatTheApplicationCounts() throws Exception {
    List<String> said =
        Traced.output(Working.class, "level=watch", folder, List.of(), folder.toString());
    WorkFacts work = SnapshotReader.read(Path.of(said.get(0))).work();
    assertThat(work.counter()).isEqualTo(WorkFacts.API);
    assertThat(work.history().get(0).size()).as("counts from its first reading").isZero();
    assertThat(work.history()).last().extracting(SizePoint::size).isEqualTo(42L);
  }

  @Test
  void withoutTheAgentItRunsOn() throws Exception {
    Path chosen = folder.resolve("chosen.hds");
    assertThat(Traced.output(Application.class, null, folder, List.of(), chosen.toString()))
        .containsExactly("active false", "none", "none", "none", "none");
    assertThat(chosen).doesNotExist();
  }

  /** Works, and counts what it does. */
  static final class Working {
    private Working() {}

    public static void main(String[] args) throws IOException {
      Heapdrift.countWork(1000);
      Heapdrift.writeSnapshot(Path.of(args[0], "before.hds"));
      Heapdrift.countWork();
      Heapdrift.countWork(41);
      System.out.println(Heapdrift.writeSnapshot(Path.of(args[0], "after.hds")).orElseThrow());
    }
  }

  /** What runs in the spawned JVM. */
  static final class Application {
    private Application() {}

    public static void main(String[] args) throws IOException {
      System.out.println("active " + Heapdrift.isActive());
      System.out.println(Heapdrift.writeSnapshot().map(Path::toString).orElse("none"));
      take(Path.of(args[0]));
      take(Path.of(args[0])); // nothing is overwritten
      take(Path.of(args[0], "below-a-file.hds"));
    }

    private static void take(Path file) {
      try {
        System.out.println(Heapdrift.writeSnapshot(file).map(Path::toString).orElse("none"));
      } catch (IOException refused) {
        System.out.println("refused " + refused.getMessage());
      }
    }
  }
}
