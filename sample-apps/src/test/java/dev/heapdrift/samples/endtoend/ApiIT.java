package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.api.Heapdrift;
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
  void withoutTheAgentItRunsOn() throws Exception {
    Path chosen = folder.resolve("chosen.hds");
    assertThat(Traced.output(Application.class, null, folder, List.of(), chosen.toString()))
        .containsExactly("active false", "none", "none", "none", "none");
    assertThat(chosen).doesNotExist();
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
