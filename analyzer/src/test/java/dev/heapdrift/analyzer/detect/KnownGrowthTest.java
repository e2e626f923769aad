package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.catalogue.CatalogueException;
import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Known;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.Runs;
import dev.heapdrift.analyzer.testing.SiteBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import dev.heapdrift.analyzer.trend.Check;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a verdict when the catalogue knows the growth. */
class KnownGrowthTest {
  private static final String LOGGERS = "java.util.logging.LogManager.manager";
  private static final String CLASSES = "java.lang.ClassLoader.classes";
  private static final String[] NAMES = {
    "java.util.logging.Logger.getLogger(Logger.java:1)", "com.app.Jobs.run(Jobs.java:30)"
  };

  @TempDir Path folder;

  @Test
  void growthThatEndsIsInconclusiveBelowItsBoundAndPrinted() {
    Findings findings = DetectionTest.of(registry(LOGGERS, 300));
    assertThat(findings.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    Finding finding = DetectionTest.only(findings);
    assertThat(finding.kind()).isEqualTo(Kind.REGISTRY);
    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.details().title()).doesNotContain("without bound");
    assertThat(finding.details().evidence().missing())
        .isEqualTo(
            "whether it ends, as jdk-loggers is known to below 20,000; observe it for longer");
    assertThat(benign(finding).holds()).isTrue();
    assertThat(finding.details().remedy())
        .startsWith("None below 20,000 entries, where this growth is known to end. Beyond: In ")
        .endsWith(": do not derive logger names from data.");
  }

  @Test
  void beyondItsBoundItIsALeakLikeAnyOther() {
    Finding finding = DetectionTest.only(DetectionTest.of(registry(LOGGERS, 900)));
    assertThat(finding.verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(benign(finding).doubt()).isEqualTo("there are 27,000");
  }

  @Test
  void classesEndUnlessTheirLoadersLeak() {
    Snapshots plain = registry(CLASSES, 300);
    assertThat(DetectionTest.of(plain).list()).allMatch(f -> f.verdict() == Verdict.INCONCLUSIVE);
    SiteBuilder leaking =
        SiteBuilder.of(registry(CLASSES, 300))
            .oldCollections(2, 31, t -> 20)
            .instances(
                InstanceFacts.Kind.CLASS_LOADER,
                "com.app.PluginLoader",
                t -> 20 * t,
                "com.app.Host.reload(Host.java:20)");
    assertThat(of(leaking.list(), Catalogue.builtIn()).list())
        .hasSize(2)
        .allMatch(f -> f.verdict() == Verdict.UNBOUNDED);
  }

  /** The registry would hide the application's map, which the same method fills at its rate. */
  @Test
  void growthThatEndsExplainsNothingBesideIt() {
    Snapshots run =
        Snapshots.lasting(30)
            .with(
                "java.util.concurrent.ConcurrentHashMap",
                c -> c.heldBy(LOGGERS).size(t -> 300 * t).bytesPerEntry(900).grownAt(NAMES))
            .with(
                "java.util.HashMap",
                c -> c.heldBy("com.app.Jobs.DONE").size(t -> 300 * t).grownAt(NAMES[1]));
    List<Finding> findings = DetectionTest.of(run).list();
    assertThat(findings)
        .extracting(Finding::verdict)
        .containsExactly(Verdict.UNBOUNDED, Verdict.INCONCLUSIVE);
    assertThat(findings.get(0).details().container().holder()).isEqualTo("com.app.Jobs.DONE");
  }

  @Test
  void aKnownLeakKeepsItsVerdictAndNamesTheFix() {
    Finding finding =
        DetectionTest.only(
            DetectionTest.of(registry("com.rabbitmq.client.impl.WorkPool.unlimited", 300)));
    assertThat(finding.verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(finding.details().known())
        .singleElement()
        .isInstanceOfSatisfying(Known.Leak.class, leak -> assertThat(leak.fix()).contains("3.5.4"));
  }

  @Test
  void theUsersOwnEntriesHoldForWhatIsCountedWithoutAContainer() throws Exception {
    Catalogue own = own("'site': ['com.app.Chat.enter']", 500);
    Findings findings = of(threads(10), own);
    assertThat(findings.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(DetectionTest.only(findings).details().evidence().missing()).contains("own-entry");
    assertThat(DetectionTest.only(of(threads(20), own)).verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(DetectionTest.only(of(threads(10), Catalogue.builtIn())).verdict())
        .isEqualTo(Verdict.UNBOUNDED);
  }

  @Test
  void whatIsOnlySampledIsNotExcusedByABound() throws Exception {
    SiteBuilder run =
        SiteBuilder.of(Snapshots.lasting(31))
            .oldCollections(2, 30, t -> 20 + t)
            .nodes("com.app.Node", 60, p -> 1.2 + 28 * p, "com.app.Stack.push(Stack.java:12)");
    Finding finding =
        DetectionTest.only(of(run.list(), own("'site': ['com.app.Stack']", 1_000_000)));
    assertThat(finding.verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(benign(finding).doubt()).contains("not known");
  }

  @Test
  void anExplanationSaysWhatWasConsidered() {
    List<Snapshot> run = registry(LOGGERS, 300).list();
    Finding finding = DetectionTest.only(of(run, Catalogue.builtIn()));
    List<Explanation> why =
        Detection.explain(
            Runs.of(run), List.of(), Catalogue.builtIn(), finding.details().fingerprint());
    assertThat(why)
        .singleElement()
        .satisfies(
            explanation -> {
              assertThat(explanation.finding().details().known()).hasSize(1);
              assertThat(explanation.considered())
                  .filteredOn(check -> !check.passed())
                  .singleElement()
                  .extracting(Check::seen)
                  .asString()
                  .contains("jdk-loggers");
            });
  }

  private static Snapshots registry(String field, int perSecond) {
    return Snapshots.lasting(30)
        .with(
            "java.util.concurrent.ConcurrentHashMap",
            c -> c.heldBy(field).size(t -> perSecond * t).grownAt(NAMES));
  }

  private static List<Snapshot> threads(int perSecond) {
    return SiteBuilder.of(Snapshots.lasting(31))
        .instances(
            InstanceFacts.Kind.THREAD,
            "java.lang.Thread",
            t -> perSecond * t,
            "java.lang.Thread.start(Thread.java:793)",
            "com.app.Chat.enter(Chat.java:31)")
        .list();
  }

  private Catalogue own(String match, long upTo) throws IOException, CatalogueException {
    String json =
        "{'schema': 'heapdrift-catalogue/1', 'entries': [{'id': 'own-entry', 'kind': 'benign',"
            + " 'library': 'us', 'match': {"
            + match
            + "}, 'upTo': "
            + upTo
            + ", 'reason': 'All of them.', 'source': 'wiki'}]}";
    Path file = Files.writeString(folder.resolve("own.json"), json.replace('\'', '"'));
    return Catalogue.builtIn().with(file);
  }

  private static Findings of(List<Snapshot> run, Catalogue catalogue) {
    return Detection.of(Runs.of(run), List.of(), catalogue);
  }

  private static Known.Benign benign(Finding finding) {
    assertThat(finding.details().known()).hasSize(1);
    return (Known.Benign) finding.details().known().get(0);
  }
}
