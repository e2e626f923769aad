package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.Runs;
import dev.heapdrift.analyzer.testing.SiteBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import dev.heapdrift.analyzer.trend.Check;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static final String PUT = "com.app.Orders.find(Orders.java:42)";

  @Test
  void aLeakHasPassedAllThatWasConsidered() {
    Explanation why =
        only(
            Snapshots.lasting(30)
                .with(
                    "java.util.HashMap",
                    c -> {
                      c.heldBy("com.app.Orders.CACHE").size(t -> 1000 + 640 * t);
                      for (int caller = 1; caller <= 9; caller++) {
                        c.grownAt(caller, PUT, "com.app.Caller.call" + caller + "(Caller.java:1)");
                      }
                    })
                .list());
    assertThat(why.finding().verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(why.considered()).hasSizeGreaterThan(10).allMatch(Check::passed);
    assertThat(why.points()).hasSize(30);
    assertThat(why.stacks())
        .hasSize(9)
        .isSortedAccordingTo((a, b) -> (int) (b.samples() - a.samples()));
    assertThat(why.members()).hasSize(1);
  }

  @Test
  void aCacheThatStillWarmsUpFailedATestThatSaysSo() {
    Explanation why =
        only(
            Snapshots.lasting(30)
                .with(
                    "java.util.HashMap",
                    c ->
                        c.heldBy("com.app.Orders.CACHE")
                            .size(t -> 50_000 * (1 - Math.exp(-t / 20))))
                .list());
    assertThat(why.considered())
        .filteredOn(check -> !check.passed())
        .extracting(Check::name)
        .contains("no slowing down");
  }

  @Test
  void whatSpeaksAgainstItBesideTheSeriesIsTold() {
    Snapshots run =
        Snapshots.lasting(30)
            .with(
                "java.util.WeakHashMap",
                c -> c.heldBy("com.app.Orders.CACHE").collections(0).size(t -> 640 * t));
    Explanation why = only(run.list());
    assertThat(why.considered())
        .filteredOn(check -> !check.passed())
        .singleElement()
        .satisfies(check -> assertThat(check.seen()).contains("collections"));
    assertThat(DetectionTest.of(run).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void callsOfSiblingsAreSummedByTheirSite() {
    Snapshots run = Snapshots.lasting(30);
    for (int i = 0; i < 2; i++) {
      run.with(
          "java.util.HashMap",
          c ->
              c.heldBy("com.app.Tenant.cache")
                  .size(t -> 300 * t)
                  .inserted(PUT, "put", 100)
                  .used(PUT, "get", Access.LOOKUP, 50, 20)
                  .counterpart(PUT, "com.app.Orders.evict(Orders.java:60)", 7));
    }
    Explanation why = only(run.list());
    assertThat(why.members()).hasSize(2);
    assertThat(why.insertions())
        .singleElement()
        .satisfies(s -> assertThat(s.count()).isEqualTo(200));
    assertThat(why.accesses()).singleElement().satisfies(s -> assertThat(s.found()).isEqualTo(40));
    assertThat(why.counterparts())
        .singleElement()
        .satisfies(s -> assertThat(s.executions()).isEqualTo(7));
  }

  @Test
  void survivorsAreExplainedByTheirBirths() {
    Explanation why =
        only(
            SiteBuilder.of(Snapshots.lasting(31))
                .oldCollections(2, 30, t -> 20 + t)
                .nodes(
                    "com.app.Node",
                    60,
                    part -> 1.2 + 28 * part,
                    "com.app.Stack.push(Stack.java:12)")
                .list());
    assertThat(why.considered())
        .allMatch(Check::passed)
        .extracting(Check::name)
        .containsExactly("births", "beside it");
    assertThat(why.members()).isEmpty();
  }

  @Test
  void noFindingIsNamedLikeThat() {
    assertThat(
            Detection.explain(
                Runs.of(Snapshots.lasting(30).list()), List.of(), Catalogue.builtIn(), "0011"))
        .isEmpty();
  }

  private static Explanation only(List<Snapshot> snapshots) {
    Run run = Runs.of(snapshots);
    Finding finding = DetectionTest.only(Detection.of(run, List.of(), Catalogue.builtIn()));
    List<Explanation> all =
        Detection.explain(run, List.of(), Catalogue.builtIn(), finding.details().fingerprint());
    assertThat(all).hasSize(1);
    assertThat(all.get(0).finding().details()).isEqualTo(finding.details());
    return all.get(0);
  }
}
