package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The leaky twin is found at its line and owner; the fixed twin is not. */
class TwinsIT {

  private static final String SECONDS = "12";

  /** The pairs: package, marker, class and method that feed the leak, and what holds it. */
  enum Twin {
    STATIC_MAP("staticmap", "static-map", "Leaky", "convert", "Leaky.CONVERSIONS"),
    INSTANCE_LIST("instancelist", "instance-list", "Leaky", "read", "readings"),
    QUEUE_BACKLOG("queuebacklog", "queue-backlog", "Leaky", "write", "outbox"),
    THREAD_LOCAL_MAP("threadlocalmap", "thread-local-map", "Leaky", "fragment", "FRAGMENTS"),
    CANCELLED_TIMEOUTS(
        "cancelledtimeouts", "cancelled-timeouts", "Leaky", "call", "Leaky.TIMEOUTS"),
    MOVED_PIECES("movedpieces", "moved-pieces", "Leaky", "arrive", "Leaky.ARRIVALS"),
    SHARED_FAILURE("sharedfailure", "shared-failure", "Leaky", "run", "Leaky.DRY"),
    INTERNED_NAMES("internednames", "interned-names", "Leaky", "intern", "Leaky.NAMES"),
    LISTENERS("listeners", "listeners", "Leaky$View", "open", "Leaky.LISTENERS");

    private final String folder;
    private final String marker;
    private final String feeder;
    private final String method;
    private final String owner;

    Twin(String folder, String marker, String feeder, String method, String owner) {
      this.folder = folder;
      this.marker = marker;
      this.feeder = feeder;
      this.method = method;
      this.owner = owner;
    }

    String named(String simpleName) {
      return "dev.heapdrift.samples.leaks." + folder + "." + simpleName;
    }
  }

  @TempDir static Path folder;
  private static Bench bench;

  @BeforeAll
  static void runAllTwins() {
    bench = new Bench(folder);
    for (Twin twin : Twin.values()) {
      bench.submit(twin + "-leaky", "500ms", twin.named("Leaky"), SECONDS);
      bench.submit(twin + "-fixed", "500ms", twin.named("Fixed"), SECONDS);
    }
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource
  void theLeakyTwinIsFoundAtItsLine(Twin twin) throws Exception {
    String site = Marker.frame(twin.named(twin.feeder), twin.method, twin.marker);
    Leaks leaks = bench.leaks(twin + "-leaky");
    leaks.foundFirst(site, twin.owner);
    leaks.foundNothingBut(site);
  }

  @ParameterizedTest
  @EnumSource
  void theFixedTwinIsSilent(Twin twin) throws Exception {
    bench.leaks(twin + "-fixed").silent();
  }

  /** How many letters a slow postman has sent is just what differs. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "QUEUE_BACKLOG")
  void bothTwinsDoTheSameWork(Twin twin) throws Exception {
    assertThat(bench.printed(twin + "-fixed"))
        .isNotBlank()
        .isEqualTo(bench.printed(twin + "-leaky"));
  }
}
