package dev.heapdrift.analyzer.gate;

import static dev.heapdrift.analyzer.gate.GateCases.ONE;
import static dev.heapdrift.analyzer.gate.GateCases.TODAY;
import static dev.heapdrift.analyzer.gate.GateCases.TWO;
import static dev.heapdrift.analyzer.gate.GateCases.analysis;
import static dev.heapdrift.analyzer.gate.GateCases.entry;
import static dev.heapdrift.analyzer.gate.GateCases.finding;
import static dev.heapdrift.analyzer.gate.GateCases.gate;
import static dev.heapdrift.analyzer.gate.GateCases.growth;
import static dev.heapdrift.analyzer.gate.GateCases.leak;
import static dev.heapdrift.analyzer.gate.GateCases.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.catalogue.Match;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.NamePattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

  @Test
  void withoutAnyListEveryLeakIsNewAndFails() {
    GateResult result = gate().apply(analysis(leak(ONE, 5)));
    assertThat(result.outcome()).isEqualTo(Outcome.LEAKS);
    assertThat(standings(result)).containsExactly(Standing.NEW);
    assertThat(result.compared()).isFalse();
  }

  @Test
  void whatIsBoundedPasses() {
    GateResult result = gate().apply(analysis(finding(ONE, Verdict.SATURATING, growth(5, null))));
    assertThat(result.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(standings(result)).containsExactly(Standing.BOUNDED);
  }

  @Test
  void aKnownLeakPassesAndANewOneBesideItFails() {
    Gate gate = gate(entry(ONE, 5.0, null));
    assertThat(gate.apply(analysis(leak(ONE, 5))).outcome()).isEqualTo(Outcome.CLEAN);
    GateResult both = gate.apply(analysis(leak(ONE, 5), leak(TWO, 5)));
    assertThat(both.outcome()).isEqualTo(Outcome.LEAKS);
    assertThat(standings(both)).containsExactly(Standing.KNOWN, Standing.NEW);
    assertThat(both.findings().get(0).reason()).isEqualTo("known");
    assertThat(both.findings().get(1).why()).isEqualTo("not in the baseline");
  }

  @Test
  void whatSeveralJvmsShowAlikeIsOneFindingOfItsWorstStanding() {
    Gate gate = gate(entry(ONE, 5.0, null));
    GateResult result =
        gate.apply(analysis(leak(ONE, 5), leak(TWO, 5), leak(ONE, 9), leak(TWO, 4), leak(ONE, 8)));
    assertThat(result.findings()).hasSize(5);
    assertThat(result.distinct().stream().map(Gated::standing))
        .containsExactly(Standing.WORSE, Standing.NEW);
    assertThat(result.failing().get(0).why()).endsWith("by 5.00 in the baseline, found 2 times");
    assertThat(result.failing().get(1).why()).isEqualTo("not in the baseline, found 2 times");
    assertThat(result.with(Standing.KNOWN)).isEmpty();
  }

  @Test
  void aKnownLeakThatSurelyGrowsFasterIsWorse() {
    Gate gate = gate(entry(ONE, 5.0, null));
    assertThat(standings(gate.apply(analysis(leak(ONE, 6))))).containsExactly(Standing.KNOWN);
    GateResult worse = gate.apply(analysis(leak(ONE, 6.2)));
    assertThat(standings(worse)).containsExactly(Standing.WORSE);
    assertThat(worse.findings().get(0).why())
        .isEqualTo("grows by 6.20 entries/s, by 5.00 in the baseline");
  }

  @Test
  void withAWorkCounterTheLoadDoesNotMatter() {
    BaselineEntry known =
        new BaselineEntry(ONE, null, null, "unbounded", 5.0, 1.0, null, null, null);
    Finding busier = finding(ONE, Verdict.UNBOUNDED, growth(50, 1.0));
    Finding worse = finding(ONE, Verdict.UNBOUNDED, growth(5, 2.0));
    assertThat(standings(gate(known).apply(analysis(busier)))).containsExactly(Standing.KNOWN);
    assertThat(standings(gate(known).apply(analysis(worse)))).containsExactly(Standing.WORSE);
  }

  @Test
  void anEntryHoldsOnItsLastDayAndFailsOnTheNext() {
    Gate last = gate(entry(ONE, 5.0, TODAY.toString()));
    Gate over = gate(entry(ONE, 5.0, TODAY.minusDays(1).toString()));
    assertThat(standings(last.apply(analysis(leak(ONE, 5))))).containsExactly(Standing.KNOWN);
    assertThat(last.apply(analysis(leak(ONE, 5))).stale()).isEmpty();
    GateResult expired = over.apply(analysis(leak(ONE, 5)));
    assertThat(expired.outcome()).isEqualTo(Outcome.LEAKS);
    assertThat(standings(expired)).containsExactly(Standing.EXPIRED);
    assertThat(expired.stale())
        .singleElement()
        .satisfies(stale -> assertThat(stale.why()).isEqualTo("expired on 2026-03-30"));
  }

  @Test
  void anEntryThatMeetsNothingIsReported() {
    GateResult result = gate(entry(TWO, 5.0, null)).apply(analysis());
    assertThat(result.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(result.stale())
        .containsExactly(new Stale("baseline", TWO, "known", "team", "nothing was found for it"));
  }

  @Test
  void aRunThatMeasuredNothingNeverPasses() {
    Analysis brief = analysis(false, false);
    assertThat(gate().apply(brief).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    Analysis leaking = analysis(false, false, leak(ONE, 5));
    Gate knows = gate(entry(ONE, 5.0, null));
    assertThat(knows.apply(leaking).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(gate().apply(leaking).outcome()).isEqualTo(Outcome.LEAKS);
  }

  @Test
  void aDoubtIsInconclusiveUntilSomebodyAcceptsIt() {
    Analysis doubtful = analysis(open(ONE));
    assertThat(gate().apply(doubtful).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    BaselineEntry accepted =
        new BaselineEntry(ONE, null, null, "inconclusive", null, null, "warm-up", null, null);
    assertThat(gate(accepted).apply(doubtful).outcome()).isEqualTo(Outcome.CLEAN);
    GateResult leaks = gate(accepted).apply(analysis(leak(ONE, 5)));
    assertThat(standings(leaks)).containsExactly(Standing.WORSE);
    assertThat(leaks.findings().get(0).why()).isEqualTo("was inconclusive in the baseline");
  }

  @Test
  void aKnownLeakDoesNotHideADoubtBesideIt() {
    Gate gate = gate(entry(ONE, 5.0, null));
    GateResult result = gate.apply(analysis(leak(ONE, 5), open(TWO)));
    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void onlyTheKindsThatAreAskedForFail() {
    Gate listeners = with(new Threshold(List.of(new FailOn(Kind.LISTENER_LEAK)), null));
    GateResult result = listeners.apply(analysis(leak(ONE, 5)));
    assertThat(result.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(standings(result)).containsExactly(Standing.BELOW);
    Gate both =
        with(
            new Threshold(
                List.of(
                    new FailOn(Kind.LISTENER_LEAK), FailOn.parse("unbounded:unbounded-collection")),
                null));
    assertThat(both.apply(analysis(leak(ONE, 5))).outcome()).isEqualTo(Outcome.LEAKS);
  }

  @Test
  void whatGrowsNoFasterThanTheLimitPasses() {
    Gate gate = with(new Threshold(List.of(), GrowthLimit.parse("5/s")));
    assertThat(gate.apply(analysis(leak(ONE, 5))).outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(gate.apply(analysis(leak(ONE, 5.1))).outcome()).isEqualTo(Outcome.LEAKS);
  }

  @Test
  void aRuleLeavesOutWhatItNamesAndSaysWhy() {
    GateResult result = suppressing("com.app.Orders", null).apply(analysis(leak(ONE, 5)));
    assertThat(result.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(standings(result)).containsExactly(Standing.SUPPRESSED);
    assertThat(result.findings().get(0).reason()).isEqualTo("goes soon");
    assertThat(result.stale()).isEmpty();
  }

  @Test
  void anExpiredRuleAndOneThatMeetsNothingAreReported() {
    GateResult expired = suppressing("com.app.Orders", "2026-03-30").apply(analysis(leak(ONE, 5)));
    assertThat(standings(expired)).containsExactly(Standing.NEW);
    assertThat(expired.stale()).extracting(Stale::why).containsExactly("expired on 2026-03-30");
    GateResult unused = suppressing("com.other", null).apply(analysis(leak(ONE, 5)));
    assertThat(unused.stale()).extracting(Stale::what).containsExactly("com.other");
  }

  @Test
  void earlierRunsAreABaseline() {
    Baseline earlier = Baseline.of(analysis(leak(ONE, 5), open(TWO)));
    Gate gate = new Gate(Threshold.ANY, List.of(earlier), Suppressions.NONE, 0.2, TODAY);
    assertThat(gate.apply(analysis(leak(ONE, 5))).outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(gate.apply(analysis(leak(ONE, 5))).stale()).as("nobody wrote it").isEmpty();
    assertThat(standings(gate.apply(analysis(leak(ONE, 50))))).containsExactly(Standing.WORSE);
    assertThat(standings(gate.apply(analysis(leak(TWO, 5))))).containsExactly(Standing.WORSE);
  }

  private static Gate with(Threshold threshold) {
    return new Gate(threshold, List.of(), Suppressions.NONE, 0.2, TODAY);
  }

  private static Gate suppressing(String owner, String expires) {
    Match match = new Match(List.of(NamePattern.of(owner)), null);
    Suppression rule = new Suppression(null, match, "goes soon", null, expires);
    return new Gate(Threshold.ANY, List.of(), new Suppressions(List.of(rule)), 0.2, TODAY);
  }

  private static List<Standing> standings(GateResult result) {
    return result.findings().stream().map(Gated::standing).toList();
  }
}
