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

/** Leaks that no container shows: the leaky twin is found at its line, the fixed one is silent. */
class UnheldTwinsIT {

  /**
   * At least ten are judged, from the recorder's start to the last collection; on a busy machine it
   * starts late.
   */
  private static final String SECONDS = "26";

  static List<Twin> twins() throws IOException {
    return Twin.all().stream().filter(twin -> twin.owner() == null).toList();
  }

  @TempDir static Path folder;
  private static Bench bench;

  @BeforeAll
  static void runAllTwins() throws IOException {
    bench = new Bench(folder);
    for (Twin twin : twins()) {
      bench.submit(twin + "-leaky", "1s", twin.leaky(), SECONDS);
      bench.submit(twin + "-fixed", "1s", twin.fixed(), SECONDS);
    }
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  /**
   * Where a pair has two lines, the second is of what the first holds: JFR samples the object that
   * opens a new allocation buffer, which in so regular a program may nearly always be of the one
   * line, and then says nothing about the kind.
   */
  @ParameterizedTest
  @MethodSource("twins")
  void theLeakyTwinIsFoundAtItsLine(Twin twin) throws Exception {
    Leaks leaks = bench.leaks(twin + "-leaky");
    leaks.foundFirst(twin.sites(), "");
    leaks.foundNothingBut(twin.sites());
    JsonNode first = leaks.first();
    if (first.path("insertionSite").asText().equals(twin.sites().get(0))) {
      assertThat(first.path("kind").asText()).isEqualTo(twin.kind());
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void theFixedTwinIsSilent(Twin twin) throws Exception {
    bench.leaks(twin + "-fixed").silent();
  }

  @ParameterizedTest
  @MethodSource("twins")
  void bothTwinsDoTheSameWork(Twin twin) throws Exception {
    assertThat(bench.printed(twin + "-fixed"))
        .isNotBlank()
        .isEqualTo(bench.printed(twin + "-leaky"));
  }
}
