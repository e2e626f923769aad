package dev.heapdrift.samples.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The leaky twin is found at its line and owner; the fixed twin is not. */
class TwinsIT {

  /** The pairs whose leak a container shows. */
  static List<Twin> twins() throws IOException {
    return Twin.all().stream().filter(twin -> twin.owner() != null).toList();
  }

  @TempDir static Path folder;
  private static Bench bench;

  @BeforeAll
  static void runAllTwins() throws IOException {
    bench = new Bench(folder);
    for (Twin twin : twins()) {
      List<String> sites = twin.sites();
      bench.twins(
          twin.pair(),
          "interval=500ms",
          leaks -> leaks.foundFirstAndAlone(sites, twin.owner()),
          twin.leaky(),
          twin.fixed());
    }
  }

  @AfterAll
  static void end() throws InterruptedException {
    bench.end();
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theLeakyTwinIsFoundAtItsLine(Twin twin) throws Exception {
    bench.leaks(twin.pair()).foundFirstAndAlone(twin.sites(), twin.owner());
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theFixedTwinIsSilent(Twin twin) throws Exception {
    bench.fixed(twin.pair()).silent();
  }
}
