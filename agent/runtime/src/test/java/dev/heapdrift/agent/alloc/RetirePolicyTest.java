package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.registry.Now;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetirePolicyTest {
  private static final int SITE = 7;

  private final TraceTable traces = new TraceTable(16);
  private final Trace trace = traces.add(-SITE, SITE, Trace.FIXED, Trace.OBJECT, 24, "Thing");
  private final Intake intake = new Intake(Heap.open(), 1);
  private final RetirePolicy policy = new RetirePolicy();
  private final Ledger ledger = new Ledger(traces, 4096, policy);
  private final List<Object> held = new ArrayList<>();

  @Test
  void aSiteWhoseSamplesAllDieYoungIsRetired() {
    deaths(RetirePolicy.ENOUGH - 1, 1);
    policy.review(ledger, at(0, 5));
    assertThat(policy.retired().get(SITE)).isFalse();
    deaths(1, 1);
    policy.review(ledger, at(0, 5));
    assertThat(policy.retired().get(SITE)).isTrue();
  }

  @Test
  void aSiteWithASurvivorStaysHooked() {
    survivor();
    deaths(10_000, 1);
    policy.review(ledger, at(0, RetirePolicy.YOUNG + 1));
    assertThat(policy.retired().isEmpty()).isTrue();
  }

  @Test
  void aSampleThatMayLiveOnKeepsAFreshSiteHooked() {
    survivor();
    deaths(RetirePolicy.ENOUGH, 1);
    policy.review(ledger, at(0, 1));
    assertThat(policy.retired().isEmpty()).isTrue();
  }

  @Test
  void aSiteThatTurnsOverSlowlyStaysHooked() {
    deaths(RetirePolicy.ENOUGH, 1);
    deaths(RetirePolicy.ENOUGH, 100);
    policy.review(ledger, at(0, 5));
    assertThat(policy.retired().isEmpty()).isTrue();
  }

  @Test
  void aRetiredSiteComesBackAfterAMinuteAndThenMoreRarely() {
    deaths(RetirePolicy.ENOUGH, 1);
    policy.review(ledger, at(0, 5));
    assertThat(policy.review(ledger, at(RetirePolicy.FIRST_PROBATION_MILLIS - 1, 5))).isFalse();
    assertThat(policy.retired().get(SITE)).isTrue();
    assertThat(policy.review(ledger, at(RetirePolicy.FIRST_PROBATION_MILLIS, 5))).isTrue();
    assertThat(policy.retired().get(SITE)).isFalse();

    long again = RetirePolicy.FIRST_PROBATION_MILLIS + 1000;
    deaths(RetirePolicy.ENOUGH_ON_PROBATION, 1);
    policy.review(ledger, at(again, 5));
    policy.review(ledger, at(again + 2 * RetirePolicy.FIRST_PROBATION_MILLIS - 1, 5));
    assertThat(policy.retired().get(SITE)).isTrue();
    policy.review(ledger, at(again + 2 * RetirePolicy.FIRST_PROBATION_MILLIS, 5));
    assertThat(policy.retired().get(SITE)).isFalse();
  }

  @Test
  void allComeBackAtOnce() {
    deaths(RetirePolicy.ENOUGH, 1);
    policy.review(ledger, at(0, 5));
    for (int i = 0; i < RetirePolicy.ENOUGH; i++) {
      policy.died(SITE + 1, 1);
    }
    policy.review(ledger, at(RetirePolicy.FIRST_PROBATION_MILLIS / 2, 5));
    assertThat(policy.retired().cardinality()).isEqualTo(2);
    policy.review(ledger, at(RetirePolicy.FIRST_PROBATION_MILLIS, 5));
    assertThat(policy.retired().isEmpty()).isTrue();
  }

  private void deaths(int count, long age) {
    for (int i = 0; i < count; i++) {
      policy.died(SITE, age);
    }
  }

  /** Made before any collection. */
  private void survivor() {
    Object object = new Object();
    held.add(object);
    intake.add(new TracedRef(object, trace.id()));
    ledger.take(intake, at(0, 0));
  }

  private static Now at(long millis, long epoch) {
    return new Now(millis, epoch, 0);
  }
}
