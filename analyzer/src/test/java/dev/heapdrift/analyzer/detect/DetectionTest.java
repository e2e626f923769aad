package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.Runs;
import dev.heapdrift.analyzer.testing.Snapshots;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** From whole runs to outcomes; the kinds have tests of their own. */
class DetectionTest {
  private static final String[] FIND = {
    "java.util.HashMap.resize(HashMap.java:700)",
    "java.util.HashMap.put(HashMap.java:610)",
    "com.lib.Store.keep(Store.java:7)",
    "com.lib.Facade.save(Facade.java:3)",
    "com.app.Checkout.pay(Checkout.java:42)"
  };

  @Test
  void aMapThatGrowsToTheEndIsALeakWithAllItsSites() {
    Findings findings =
        of(
            Snapshots.lasting(30)
                .with(
                    "java.util.HashMap",
                    c ->
                        c.heldBy("com.lib.Store.CACHE")
                            .size(t -> 1000 + 640 * t)
                            .bytesPerEntry(100)
                            .element("com.app.Order", 1)
                            .grownAt(6, FIND)));

    assertThat(findings.outcome()).isEqualTo(Outcome.LEAKS);
    Details leak = only(findings).details();
    assertThat(leak.verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(leak.confidence()).isGreaterThan(0.8);
    assertThat(leak.insertionSite().print()).isEqualTo("com.lib.Store.keep(Store.java:7)");
    assertThat(leak.applicationSite().print()).isEqualTo("com.app.Checkout.pay(Checkout.java:42)");
    assertThat(leak.container().owner()).isEqualTo("static com.lib.Store.CACHE");
    assertThat(leak.growth().entriesPerSecond()).isCloseTo(640, within(1.0));
    assertThat(leak.growth().bytesPerSecond()).isCloseTo(64_000, within(100.0));
    assertThat(leak.growth().secondsToOutOfMemory())
        .isCloseTo(462.0 * (1 << 20) / 64_000, within(10.0));
    assertThat(leak.growthStacks().get(0).share()).as("six growths are no share").isNull();
    assertThat(leak.remedy()).contains("com.lib.Store.CACHE").contains("Store.java:7");
  }

  @Test
  void aLeakFedInTenBurstsIsFound() {
    Findings findings = of(growing(25, t -> 2000 * Math.floor(t / 2.5)));
    assertThat(findings.outcome()).isEqualTo(Outcome.LEAKS);
  }

  @Test
  void whatWasNotMeasuredIsNull() {
    Details leak = only(of(growing(30, t -> 100 * t))).details();
    assertThat(leak.growth().bytesPerSecond()).isNull();
    assertThat(leak.growth().secondsToOutOfMemory()).isNull();
    assertThat(leak.evidence().insertions()).isNull();
    assertThat(leak.insertionSite()).isNull();
  }

  @Test
  void aCacheThatFillsAndFlattensUnderLoadIsClean() {
    Findings findings = of(growing(40, t -> Math.min(25_000, 2500 * t)));
    assertThat(findings.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(findings.list()).allMatch(f -> f.verdict() == Verdict.SATURATING);
    assertThat(only(findings).details().growth().plateau()).isEqualTo(25_000.0);
    assertThat(only(findings).details().title()).endsWith("has filled up to 25,000 entries");
    assertThat(only(findings).details().remedy()).startsWith("None while it stays at this size.");
  }

  @Test
  void growthThatStoppedWithTheLoadIsNotAPlateau() {
    Findings findings = of(growing(40, t -> 1000 * Math.min(20, t)).idleFrom(20));
    assertThat(only(findings).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(only(findings).details().evidence().missing()).contains("under load");
  }

  @Test
  void aLeakIsFoundThoughTheJvmIdlesForTheLastSeconds() {
    Findings findings = of(growing(40, t -> 1000 * Math.min(32, t)).idleFrom(32));
    assertThat(findings.outcome()).isEqualTo(Outcome.LEAKS);
  }

  @Test
  void aCacheThatStillWarmsUpIsInconclusive() {
    Findings findings = of(growing(30, t -> 50_000 * (1 - Math.exp(-t / 20))));
    assertThat(findings.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(findings).details().evidence().missing()).contains("bound");
  }

  @Test
  void aTableLoadedAtTheStartIsSilent() {
    Findings findings = of(growing(40, t -> 30_000 * Math.min(1, t / 3)));
    assertThat(findings.list()).isEmpty();
    assertThat(findings.outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void sessionsThatSwingAreClean() {
    Findings findings = of(growing(40, t -> 18_000 + 12_000 * Math.sin(t / 2.1)));
    assertThat(findings.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(findings.list()).allMatch(f -> f.verdict() == Verdict.SAWTOOTH);
    assertThat(only(findings).details().remedy())
        .startsWith("None while it is emptied as it was. If it is not: Take out of ");
  }

  @Test
  void aShortRunIsInconclusiveWhateverItShows() {
    assertThat(of(growing(4, t -> 5000 * t)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(of(Snapshots.lasting(3)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void anAgentThatWasSwitchedOffAndOnHasWatchedForAsLongAsItIsOn() {
    Snapshots run = Snapshots.lasting(20);
    assertThat(of(run.backFrom(16)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(of(run.backFrom(14)).outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void aRunInWhichNothingGrewIsClean() {
    assertThat(of(Snapshots.lasting(20)).outcome()).isEqualTo(Outcome.CLEAN);
  }

  @Test
  void aBatchListWhosePredecessorsAreGoneIsNotALeak() {
    Snapshots run = Snapshots.lasting(60);
    for (int batch = 0; batch < 4; batch++) {
      double start = 14.0 * batch + 1;
      run.with(
          "java.util.ArrayList",
          c ->
              c.heldBy("com.app.Batch.rows")
                  .alive(start, start + (start > 40 ? 99 : 13))
                  .size(t -> 1000 + 3000 * (t - start)));
    }
    assertThat(of(run).list()).noneMatch(f -> f.verdict() == Verdict.UNBOUNDED);
  }

  @Test
  void aLeakUnderRisingTrafficIsToldPerUnitOfWork() {
    Findings findings = of(growing(40, t -> 100 + 2 * ramp(t)).working(DetectionTest::ramp));
    assertThat(findings.outcome()).isEqualTo(Outcome.LEAKS);
    assertThat(only(findings).details().growth().perWorkUnit()).isCloseTo(2, within(0.01));
  }

  @Test
  void sessionsUnderRisingTrafficAreNoLeakWhereTheWorkIsCounted() {
    DoubleUnaryOperator sessions = t -> ramp(t) - ramp(Math.max(0, t - 3));
    Findings uncounted = of(growing(40, sessions));
    Findings counted = of(growing(40, sessions).working(DetectionTest::ramp));

    assertThat(only(uncounted).verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(counted.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    Details table = only(counted).details();
    assertThat(table.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(table.evidence().pattern()).isEqualTo("rises as the rate of work does");
    assertThat(table.evidence().missing()).contains("rate of work");
  }

  /** Units done until a second, at a rate that rises from 200 a second by 200 each second. */
  private static double ramp(double t) {
    return 200 * t + 100 * t * t;
  }

  @Test
  void unboundedGoesFirstAndTheLargestStakeBeforeTheOthers() {
    Findings findings =
        of(
            Snapshots.lasting(30)
                .with("java.util.HashMap", c -> c.heldBy("a.Slow.X").size(t -> 100 * t))
                .with(
                    "java.util.HashMap",
                    c -> c.heldBy("a.Warm.X").size(t -> 1e6 * (1 - Math.exp(-t / 20))))
                .with("java.util.HashMap", c -> c.heldBy("a.Fast.X").size(t -> 5000 * t)));
    assertThat(findings.list())
        .extracting(f -> f.details().container().holder())
        .containsExactly("a.Fast.X", "a.Slow.X", "a.Warm.X");
  }

  @Test
  void includeChoosesTheApplicationFrame() {
    Snapshots run =
        Snapshots.lasting(30).with("java.util.HashMap", c -> c.size(t -> 100 * t).grownAt(FIND));
    Finding finding =
        only(Detection.of(Runs.of(run.list()), List.of("com.lib.Facade"), Catalogue.builtIn()));
    assertThat(finding.details().applicationSite().method()).isEqualTo("com.lib.Facade.save");
  }

  static Findings of(Snapshots run) {
    return Detection.of(Runs.of(run.list()), List.of(), Catalogue.builtIn());
  }

  static Finding only(Findings findings) {
    assertThat(findings.list()).hasSize(1);
    return findings.list().get(0);
  }

  private static Snapshots growing(int seconds, DoubleUnaryOperator size) {
    return Snapshots.lasting(seconds)
        .with("java.util.HashMap", c -> c.heldBy("com.app.Orders.CACHE").size(size));
  }
}
