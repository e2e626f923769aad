package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.survivors.SurvivorSample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetirePolicyTest {
  private static final boolean NOBODY = false;
  private static final boolean RECORDER = true;
  private static final AllocationSite CODE =
      new AllocationSite("app.Orders", "take", "()V", "Orders.java", 7, 0, "app.Order", false);
  private static final int COLLECTIONS = (int) SiteHealth.YOUNG + 1;

  private final SiteTable sites = new SiteTable();
  private final int site = sites.add(null, CODE);
  private final TraceTable traces = new TraceTable(16);
  private final Trace trace = traces.add(-site, site, Trace.FIXED, Trace.OBJECT, 24, "Thing");
  private final Intake intake = new Intake(Heap.open(), 1);
  private final RetirePolicy policy = new RetirePolicy(sites);
  private final Ledger ledger = new Ledger(traces, 4096, policy);
  private final List<Object> held = new ArrayList<>();

  @Test
  void aSiteWhoseSamplesAllDieYoungIsRetired() {
    deaths(SiteHealth.ENOUGH - 1, 1);
    policy.review(ledger, at(0, 5), NOBODY);
    assertThat(policy.retired().get(site)).isFalse();
    deaths(1, 1);
    policy.review(ledger, at(0, 5), NOBODY);
    assertThat(policy.retired().get(site)).isTrue();
  }

  @Test
  void aSiteWithASurvivorStaysHooked() {
    survivor();
    deaths(10_000, 1);
    policy.review(ledger, at(0, SiteHealth.YOUNG + 1), NOBODY);
    assertThat(policy.retired().isEmpty()).isTrue();
  }

  @Test
  void whatWasMadeLongAgoAndLivesOnDoesNotKeepItHooked() {
    survivor();
    long later = RetirePolicy.RECENT_MILLIS + 1;
    long collections = RetirePolicy.RECENT_COLLECTIONS;
    policy.review(ledger, at(1, 0), RECORDER);
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(later, collections - 1), RECORDER);
    assertThat(policy.retired().isEmpty()).as("few collections").isTrue();
    policy.review(ledger, at(later, collections), RECORDER);
    assertThat(policy.retired().get(site)).isTrue();
  }

  @Test
  void aSampleThatMayLiveOnKeepsAFreshSiteHooked() {
    survivor();
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(0, 1), NOBODY);
    assertThat(policy.retired().isEmpty()).isTrue();
  }

  @Test
  void aSiteThatTurnsOverSlowlyStaysHooked() {
    deaths(SiteHealth.ENOUGH, 1);
    deaths(SiteHealth.ENOUGH, 100);
    policy.review(ledger, at(0, 5), NOBODY);
    assertThat(policy.retired().isEmpty()).isTrue();
  }

  @Test
  void aRetiredSiteComesBackAfterAMinuteAndThenMoreRarely() {
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(0, 5), NOBODY);
    assertThat(policy.review(ledger, at(RetirePolicy.FIRST_PROBATION_MILLIS - 1, 5), NOBODY))
        .isFalse();
    assertThat(policy.retired().get(site)).isTrue();
    assertThat(policy.review(ledger, at(RetirePolicy.FIRST_PROBATION_MILLIS, 5), NOBODY)).isTrue();
    assertThat(policy.retired().get(site)).isFalse();

    long again = RetirePolicy.FIRST_PROBATION_MILLIS + 1000;
    deaths(SiteHealth.ENOUGH_ON_PROBATION, 1);
    policy.review(ledger, at(again, 5), NOBODY);
    policy.review(ledger, at(again + 2 * RetirePolicy.FIRST_PROBATION_MILLIS - 1, 5), NOBODY);
    assertThat(policy.retired().get(site)).isTrue();
    policy.review(ledger, at(again + 2 * RetirePolicy.FIRST_PROBATION_MILLIS, 5), NOBODY);
    assertThat(policy.retired().get(site)).isFalse();
  }

  @Test
  void allComeBackAtOnce() {
    int other = sites.add(null, sibling("app.Items", 0));
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(0, 5), NOBODY);
    for (int i = 0; i < SiteHealth.ENOUGH; i++) {
      policy.died(other, 1);
    }
    policy.review(ledger, at(RetirePolicy.FIRST_PROBATION_MILLIS / 2, 5), NOBODY);
    assertThat(policy.retired().cardinality()).isEqualTo(2);
    policy.review(ledger, at(RetirePolicy.FIRST_PROBATION_MILLIS, 5), NOBODY);
    assertThat(policy.retired().isEmpty()).isTrue();
  }

  @Test
  void aRetiredSiteThatTheRecorderWatchesComesBackForSurvivorsOnly() {
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(0, 5), RECORDER);
    long later = 100 * RetirePolicy.FIRST_PROBATION_MILLIS;
    assertThat(policy.review(ledger, at(later, 5), RECORDER)).isFalse();
    policy.review(ledger, at(later + 1, 5 + COLLECTIONS), RECORDER);

    assertThat(revivedBy(RetirePolicy.SURVIVORS - 1, later - 1)).isFalse();
    assertThat(policy.retired().get(site)).isTrue();
    assertThat(revivedBy(RetirePolicy.SURVIVORS, later - 1)).isTrue();
    assertThat(policy.retired().get(site)).isFalse();
  }

  @Test
  void survivorsFromBeforeItWasRetiredAndThoseNotTestedYetDoNotCount() {
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(1000, 5), RECORDER);
    policy.review(ledger, at(2000, 5), RECORDER);
    policy.review(ledger, at(3000, 5 + COLLECTIONS), RECORDER);
    assertThat(revivedBy(100, 999)).isFalse();
    assertThat(revivedBy(100, 2001)).isFalse();
    assertThat(revivedBy(100, 1999)).isTrue();
  }

  @Test
  void whatHasComeBackStaysAsLongAsAnythingThatItMadeLivesOn() {
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(10, 0), RECORDER);
    policy.review(ledger, at(100, 0), RECORDER);
    policy.review(ledger, at(200, COLLECTIONS), RECORDER);
    assertThat(revivedBy(RetirePolicy.SURVIVORS, 50)).isTrue();

    survivor();
    deaths(SiteHealth.ENOUGH_ON_PROBATION, 1);
    policy.review(ledger, at(10 * RetirePolicy.RECENT_MILLIS, 1000), RECORDER);
    policy.review(ledger, at(20 * RetirePolicy.RECENT_MILLIS, 2000), RECORDER);
    assertThat(policy.retired().get(site)).isFalse();
  }

  @Test
  void afterAFalseAlarmItTakesTwiceAsMany() {
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(0, 5), RECORDER);
    policy.review(ledger, at(100, 5), RECORDER);
    policy.review(ledger, at(200, 5 + COLLECTIONS), RECORDER);
    assertThat(revivedBy(RetirePolicy.SURVIVORS, 50)).isTrue();

    deaths(SiteHealth.ENOUGH_ON_PROBATION, 1);
    policy.review(ledger, at(300, 20), RECORDER);
    policy.review(ledger, at(400, 20), RECORDER);
    policy.review(ledger, at(500, 20 + COLLECTIONS), RECORDER);
    assertThat(revivedBy(RetirePolicy.SURVIVORS, 350)).isFalse();
    assertThat(revivedBy(2 * RetirePolicy.SURVIVORS, 350)).isTrue();
  }

  @Test
  void whatAChangeSparesIsWhatRetiredSitesStillSample() {
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(1000, 5), RECORDER);
    assertThat(policy.gain(at(3000, 5))).isZero();
    deaths(100, 1);
    assertThat(policy.gain(at(3000, 5))).isEqualTo(50);
    policy.change(at(3000, 5), RECORDER);
    assertThat(policy.gain(at(3000, 5))).isZero();
  }

  @Test
  void theSamplesOfAClassCountTogether() {
    int sibling = sites.add(null, sibling("app.Orders", 1));
    int other = sites.add(null, sibling("app.Items", 0));
    policy.died(sibling, 1);
    policy.died(other, 1);
    deaths(SiteHealth.ENOUGH_IN_CLASS - 1, 1);
    policy.review(ledger, at(0, 5), NOBODY);
    assertThat(policy.retired().isEmpty()).isTrue();
    policy.review(ledger, at(0, 5), RECORDER);
    assertThat(policy.retired().stream()).containsExactlyInAnyOrder(site, sibling);
  }

  @Test
  void whatWasNeverSampledInAClassThatChangesGoesAlong() {
    int quiet = sites.add(null, sibling("app.Orders", 1));
    int other = sites.add(null, sibling("app.Items", 0));
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(0, 5), RECORDER);
    policy.change(at(0, 5), RECORDER);
    assertThat(policy.retired().get(quiet)).isTrue();
    assertThat(policy.retired().get(other)).isFalse();
  }

  @Test
  void nothingGoesAlongThatNobodyWouldBringBack() {
    int quiet = sites.add(null, sibling("app.Orders", 1));
    deaths(SiteHealth.ENOUGH, 1);
    policy.review(ledger, at(0, 5), NOBODY);
    policy.change(at(0, 5), NOBODY);
    assertThat(policy.retired().get(quiet)).isFalse();
  }

  @Test
  void whatHasSurvivorsDoesNotGoAlong() {
    int quiet = sites.add(null, sibling("app.Orders", 1));
    survivor();
    for (int i = 0; i < SiteHealth.ENOUGH; i++) {
      policy.died(quiet, 1);
    }
    policy.review(ledger, at(0, COLLECTIONS), RECORDER);
    policy.change(at(0, COLLECTIONS), RECORDER);
    assertThat(policy.retired().get(quiet)).isTrue();
    assertThat(policy.retired().get(site)).isFalse();
  }

  private static AllocationSite sibling(String className, int ordinal) {
    return new AllocationSite(className, "take", "()V", "Orders.java", 9, ordinal, "x", false);
  }

  /** Whether so many objects, all made at once, bring a site back. */
  private boolean revivedBy(int survivors, long madeMillis) {
    return policy.revive(
        new Survivals(
            Collections.nCopies(
                survivors,
                new SurvivorSample(
                    List.of(CODE.frame()), CODE.type(), madeMillis, 24, -1, false))));
  }

  private void deaths(int count, long age) {
    for (int i = 0; i < count; i++) {
      policy.died(site, age);
    }
  }

  /** Made before any collection. */
  private void survivor() {
    Object object = new Object();
    held.add(object);
    intake.add(new TracedRef(object, trace.id()));
    ledger.take(intake, at(1, 0));
  }

  private static Now at(long millis, long epoch) {
    return new Now(millis, epoch, 0);
  }
}
