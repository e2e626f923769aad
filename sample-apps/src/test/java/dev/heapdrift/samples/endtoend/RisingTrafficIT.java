package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two tables that rise with the traffic: the counter of the work tells the leak from the other. */
class RisingTrafficIT {

  private static final String SECONDS = "14";
  private static final String PACKAGE = "dev.heapdrift.samples.traffic.";
  private static final String OPTIONS =
      "interval=500ms,work=dev.heapdrift.samples:type=Visits#Served";

  @TempDir static Path folder;
  private static Bench bench;

  @BeforeAll
  static void runBothTwins() {
    bench = new Bench(folder);
    for (String twin : new String[] {"Leaky", "Fixed"}) {
      bench.submitWith(twin, OPTIONS, PACKAGE + twin, SECONDS);
    }
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @Test
  void theLeakyTwinIsFoundAndKeepsNineOfTenVisits() throws Exception {
    Leaks leaks = bench.leaks("Leaky");
    leaks.foundFirst(Marker.frame(PACKAGE + "Leaky", "enter", "rising-traffic"), "Leaky.VISITS");
    assertThat(leaks.perWorkUnit()).as(leaks::toString).isBetween(0.85, 0.95);
  }

  @Test
  void theFixedTwinIsSilentThoughItsTableRises() throws Exception {
    bench.leaks("Fixed").silent();
  }

  @Test
  void bothTwinsDoTheSameWork() throws Exception {
    assertThat(bench.printed("Fixed")).isNotBlank().isEqualTo(bench.printed("Leaky"));
  }
}
