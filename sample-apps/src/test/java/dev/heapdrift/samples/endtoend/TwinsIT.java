package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static final String SECONDS = "12";

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
      bench.submit(twin + "-leaky", "500ms", twin.leaky(), SECONDS);
      bench.submit(twin + "-fixed", "500ms", twin.fixed(), SECONDS);
    }
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theLeakyTwinIsFoundAtItsLine(Twin twin) throws Exception {
    Leaks leaks = bench.leaks(twin + "-leaky");
    leaks.foundFirst(twin.sites(), twin.owner());
    leaks.foundNothingBut(twin.sites());
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theFixedTwinIsSilent(Twin twin) throws Exception {
    bench.leaks(twin + "-fixed").silent();
  }

  /** How many letters a slow postman has sent is just what differs. */
  static List<Twin> twinsOfEqualWork() throws IOException {
    return twins().stream().filter(twin -> !twin.kind().equals("queue-backlog")).toList();
  }

  @ParameterizedTest
  @MethodSource("twinsOfEqualWork")
  void bothTwinsDoTheSameWork(Twin twin) throws Exception {
    assertThat(bench.printed(twin + "-fixed"))
        .isNotBlank()
        .isEqualTo(bench.printed(twin + "-leaky"));
  }
}
