package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leaks that no container shows: the leaky twin is found at its line, the fixed one is silent. */
class UnheldTwinsIT {

  /**
   * At least ten are judged, from the recorder's start to the last collection; on a busy machine it
   * starts late.
   */
  private static final String SECONDS = "26";

  /** The pairs: package, marker, class and method that make what piles up, and the kind. */
  enum Twin {
    EDIT_CHAIN("editchain", "edit-chain", "Leaky", "type", "linked-structure"),
    FUTURE_DEPENDANTS(
        "futuredependants", "future-dependants", "Leaky", "print", "linked-structure"),
    CLEANER_TILES(
        "cleanertiles", "cleaner-tiles", "Leaky$Tile", "<init>", "cleaner-captures-referent"),
    CLOSING_CHAIN("closingchain", "closing-chain", "Leaky", "show", "closure-capture"),
    CAUSE_CHAIN("causechain", "cause-chain", "Leaky$LineLost", "<init>", "exception-retention"),
    SLOW_FINALIZER("slowfinalizer", "slow-finalizer", "Leaky$Page", "<init>", "finalizer-backlog"),
    PAIR_TRAIL("pairtrail", "pair-trail", "Leaky", "note", "allocation-growth"),
    CHAT_THREADS("chatthreads", "chat-threads", "Leaky$Visitor", "enter", "thread-leak"),
    PLUGIN_LOADERS("pluginloaders", "plugin-loaders", "Leaky", "reload", "class-loader-leak"),
    FRAME_BUFFERS("framebuffers", "frame-buffers", "Leaky", "send", "direct-buffer-leak"),
    JOB_LOGS("joblogs", "job-logs", "Leaky", "job", "unclosed-resource");

    private final String folder;
    private final String marker;
    private final String maker;
    private final String method;
    private final String kind;

    Twin(String folder, String marker, String maker, String method, String kind) {
      this.folder = folder;
      this.marker = marker;
      this.maker = maker;
      this.method = method;
      this.kind = kind;
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
      bench.submit(twin + "-leaky", "1s", twin.named("Leaky"), SECONDS);
      bench.submit(twin + "-fixed", "1s", twin.named("Fixed"), SECONDS);
    }
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource
  void theLeakyTwinIsFoundAtItsLine(Twin twin) throws Exception {
    String site = Marker.frame(twin.named(twin.maker), twin.method, twin.marker);
    Leaks leaks = bench.leaks(twin + "-leaky");
    if (twin == Twin.FUTURE_DEPENDANTS && isCarried(leaks)) {
      leaks.foundFirst(carried(), "");
      return;
    }
    leaks.foundFirst(site, "");
    leaks.foundNothingBut(site);
    assertThat(leaks.json().path("findings").get(0).path("kind").asText()).isEqualTo(twin.kind);
  }

  /**
   * Whether the finding is of what the futures carry: JFR samples the object that opens a new
   * allocation buffer, which in so regular a program may nearly always be the jobs' texts.
   */
  private static boolean isCarried(Leaks leaks) throws Exception {
    String site = leaks.json().path("findings").path(0).path("insertionSite").asText();
    return site.equals(carried());
  }

  private static String carried() throws Exception {
    String job = Twin.FUTURE_DEPENDANTS.named("Leaky$Job");
    return Marker.frame(job, "<init>", "future-texts");
  }

  @ParameterizedTest
  @EnumSource
  void theFixedTwinIsSilent(Twin twin) throws Exception {
    bench.leaks(twin + "-fixed").silent();
  }

  @ParameterizedTest
  @EnumSource
  void bothTwinsDoTheSameWork(Twin twin) throws Exception {
    assertThat(bench.printed(twin + "-fixed"))
        .isNotBlank()
        .isEqualTo(bench.printed(twin + "-leaky"));
  }
}
