package dev.heapdrift.samples.endtoend;

import dev.heapdrift.samples.busy.BusyBeside;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside a busy healthy service leaks are found first, and nothing else; alone it is silent. */
class BusyIT {

  private static final String ALONE = "alone";

  /** Snapshots, one a second. */
  private static final int ENOUGH = 20;

  /** A container and listeners. */
  private static final Set<String> PAIRS = Set.of("staticmap", "listeners");

  @TempDir static Path folder;
  private static Bench bench;

  static List<Twin> twins() throws IOException {
    return Twin.all().stream().filter(twin -> PAIRS.contains(twin.pair())).toList();
  }

  @BeforeAll
  static void serve() throws IOException {
    bench = new Bench(folder);
    String busy = BusyBeside.class.getName();
    bench.runs(ALONE, "interval=1s", ENOUGH, busy, Watched.FOREVER);
    for (Twin twin : twins()) {
      List<String> sites = twin.sites();
      bench.leaky(
          twin.pair(),
          "interval=1s",
          leaks -> leaks.foundFirstAndAlone(sites, twin.owner()),
          busy,
          twin.leaky(),
          Watched.FOREVER);
    }
  }

  @AfterAll
  static void end() throws InterruptedException {
    bench.end();
  }

  @Test
  void theServiceAloneIsSilent() throws Exception {
    bench.leaks(ALONE).silent();
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theLeakBesideItIsFoundFirst(Twin twin) throws Exception {
    bench.leaks(twin.pair()).foundFirstAndAlone(twin.sites(), twin.owner());
  }
}
