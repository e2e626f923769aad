package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two tables that rise with the traffic: a counter of the work tells the leak from the other, and
 * without one the counted insertions do.
 */
class RisingTrafficIT {

  private static final String PACKAGE = "dev.heapdrift.samples.traffic.";
  private static final String TRAFFIC = "traffic";
  private static final String UNCOUNTED = "uncounted";
  private static final String SILENT = "uncounted-fixed";
  private static final String OPTIONS = "interval=500ms";
  private static final String COUNTER = ",work=dev.heapdrift.samples:type=Visits#Served";

  /** Snapshots: by then the insertions have been counted for most of the time. */
  private static final int LONG_ENOUGH = 40;

  @TempDir static Path folder;
  private static Bench bench;

  @BeforeAll
  static void runBothTwins() throws IOException {
    bench = new Bench(folder);
    String leaky = PACKAGE + "Leaky";
    String fixed = PACKAGE + "Fixed";
    String site = site();
    bench.twins(TRAFFIC, OPTIONS + COUNTER, leaks -> foundPerVisit(leaks, site), leaky, fixed);
    bench.leaky(UNCOUNTED, OPTIONS, leaks -> found(leaks, site), leaky, Watched.FOREVER);
    bench.runs(SILENT, OPTIONS, LONG_ENOUGH, fixed, Watched.FOREVER);
  }

  private static String site() throws IOException {
    return Marker.frame(PACKAGE + "Leaky", "enter", "rising-traffic");
  }

  private static void found(Leaks leaks, String site) {
    leaks.foundFirst(site, "Leaky.VISITS");
  }

  private static void foundPerVisit(Leaks leaks, String site) {
    found(leaks, site);
    assertThat(leaks.perWorkUnit()).as(leaks::toString).isBetween(0.85, 0.95);
  }

  @AfterAll
  static void end() throws InterruptedException {
    bench.end();
  }

  @Test
  void theLeakyTwinIsFoundAndKeepsNineOfTenVisits() throws Exception {
    foundPerVisit(bench.leaks(TRAFFIC), site());
  }

  @Test
  void theFixedTwinIsSilentThoughItsTableRises() throws Exception {
    bench.fixed(TRAFFIC).silent();
  }

  @Test
  void withoutACounterTheLeakIsFound() throws Exception {
    found(bench.leaks(UNCOUNTED), site());
  }

  @Test
  void withoutACounterTheOtherIsSilent() throws Exception {
    bench.leaks(SILENT).silent();
  }

  @Test
  void bothTwinsDoTheSameWork() throws Exception {
    assertThat(printed("Fixed")).isNotBlank().isEqualTo(printed("Leaky"));
  }

  /** What a twin prints after a second; not in one JVM, for both have an MBean of the same name. */
  private static String printed(String twin) throws IOException, InterruptedException {
    List<String> arguments = List.of("-cp", Built.SAMPLES.toString(), PACKAGE + twin, "1");
    return Program.java(folder, Duration.ofMinutes(1), arguments).exitedWith(0).out();
  }
}
