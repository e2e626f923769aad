package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Leaks that no container shows: the leaky twin is found at its line, the fixed one is silent.
 *
 * <p>Whether the recorder happens to sample enough of a small program is not what is tested here.
 * So these JVMs sample one object in so many bytes all along, in place of one in so many that
 * change at each collection, and have room for all samples.
 */
class UnheldTwinsIT {
  private static final String[] EVENLY_SAMPLED = {
    "-XX:TLABSize=16k", "-XX:-ResizeTLAB", "-XX:FlightRecorderOptions=old-object-queue-size=4096"
  };

  private static final String OPTIONS = "interval=1s,survivors-interval=2s";

  static List<Twin> twins() throws IOException {
    return Twin.all().stream().filter(twin -> twin.owner() == null).toList();
  }

  @TempDir static Path folder;
  private static Bench bench;

  @BeforeAll
  static void runAllTwins() throws IOException {
    bench = new Bench(folder, EVENLY_SAMPLED);
    for (Twin twin : twins()) {
      List<String> sites = twin.sites();
      bench.twins(
          twin.pair(), OPTIONS, leaks -> found(leaks, sites, twin), twin.leaky(), twin.fixed());
    }
  }

  /**
   * Where a pair has two lines, the second is of what the first holds: JFR samples the object that
   * opens a new allocation buffer, which in so regular a program may nearly always be of the one
   * line, and then says nothing about the kind.
   */
  private static void found(Leaks leaks, List<String> sites, Twin twin) {
    leaks.foundFirstAndAlone(sites, "");
    JsonNode first = leaks.first();
    if (first.path("insertionSite").asText().equals(sites.get(0))) {
      assertThat(first.path("kind").asText()).as(leaks::toString).isEqualTo(twin.kind());
    }
  }

  @AfterAll
  static void end() throws InterruptedException {
    bench.end();
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theLeakyTwinIsFoundAtItsLine(Twin twin) throws Exception {
    found(bench.leaks(twin.pair()), twin.sites(), twin);
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theFixedTwinIsSilent(Twin twin) throws Exception {
    bench.fixed(twin.pair()).silent();
  }
}
