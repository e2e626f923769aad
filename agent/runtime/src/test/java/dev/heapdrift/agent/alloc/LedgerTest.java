package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.Estimate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long BYTES = 24;

  private final TraceTable traces = new TraceTable(16);
  private final Trace trace = traces.add(-1, 1, Trace.FIXED, Trace.OBJECT, BYTES, "Thing");
  private final Intake intake = new Intake(Heap.open(), 1);
  private final List<Long> agesAtDeath = new ArrayList<>();
  private final Ledger ledger =
      new Ledger(traces, Limits.EVERYTHING, (site, age) -> agesAtDeath.add(age));
  private final List<TracedRef> refs = new ArrayList<>();
  private final List<Object> held = new ArrayList<>();

  @Test
  void whatWasMadeIsLiveUntilItIsFoundDead() {
    make(10);
    ledger.take(intake, at(100, 0));
    die(4);
    ledger.sweep(at(200, 0), true);
    assertThat(account().live.estimate()).isEqualTo(Estimate.counted(10 * BYTES, 10));

    ledger.sweep(at(300, 1), true);
    assertThat(account().live.estimate()).isEqualTo(Estimate.counted(6 * BYTES, 6));
    assertThat(account().allocated.estimate()).isEqualTo(Estimate.counted(10 * BYTES, 10));
    assertThat(agesAtDeath).containsExactly(1L, 1L, 1L, 1L);
  }

  @Test
  void aCollectionThatWasFasterThanTheAgentLeavesNothingAlive() {
    make(10);
    die(10);
    ledger.take(intake, at(100, 1));

    assertThat(account().live.estimate()).isEqualTo(Estimate.NOTHING);
    assertThat(account().allocated.estimate().count()).isEqualTo(10);
    assertThat(ledger.references()).isZero();
  }

  @Test
  void thePeakIsWhatWasLiveBeforeTheDeadWereFound() {
    make(10);
    ledger.take(intake, at(100, 0));
    die(8);
    ledger.sweep(at(200, 1), true);
    make(3);
    ledger.take(intake, at(300, 1));
    ledger.census(at(300, 1));

    assertThat(ledger.tracedBytes()).isEqualTo(5 * BYTES);
    assertThat(ledger.peakBytes()).isEqualTo(10 * BYTES);
    assertThat(account().atPeak.estimate().count()).isEqualTo(10);
    ledger.resetPeak(at(400, 1));
    assertThat(ledger.peakBytes()).isEqualTo(5 * BYTES);
    assertThat(account().atPeak.estimate().count()).isEqualTo(5);
  }

  @Test
  void aCensusTellsAgesAndWhatNoCollectionHasTested() {
    make(5);
    ledger.take(intake, at(1000, 0));
    make(3);
    ledger.take(intake, at(5000, 2));
    ledger.census(at(6000, 2));

    assertThat(account().untested.estimate().count()).isEqualTo(3);
    assertThat(account().ages[0]).isEqualTo(3);
    assertThat(account().ages[1]).as("two collections").isEqualTo(5);
    assertThat(account().oldestMillis).isEqualTo(1000);
    assertThat(account().newestMillis).isEqualTo(5000);
  }

  @Test
  void whatHasBeenTestedStaysSoWhileNothingIsMade() {
    make(5);
    ledger.take(intake, at(1000, 0));
    for (int second = 2; second < 10; second++) {
      ledger.take(intake, at(second * 1000L, 1));
      ledger.census(at(second * 1000L, 1));
      assertThat(account().untested.estimate().count()).isZero();
    }
    assertThat(account().newestMillis).isEqualTo(1000);
  }

  @Test
  void generationsStayFewAndLoseNobody() {
    for (int epoch = 0; epoch < 500; epoch++) {
      make(2);
      ledger.take(intake, at(epoch * 1000L, epoch));
      ledger.sweep(at(epoch * 1000L, epoch), false);
    }
    ledger.census(at(500_000, 500));

    assertThat(account().live.estimate().count()).isEqualTo(1000);
    assertThat(ledger.generations()).isLessThan(60);
    double aged = 0;
    for (double age : account().ages) {
      aged += age;
    }
    assertThat(aged).isEqualTo(1000);
  }

  @Test
  void anObjectIsFoundAgain() {
    make(3);
    ledger.take(intake, at(100, 0));

    assertThat(ledger.traceOf(held.get(1))).isSameAs(trace);
    assertThat(ledger.traceOf(new Object())).isNull();
  }

  @Test
  void theNewestOfATraceAreFound() {
    make(5);
    ledger.take(intake, at(100, 0));
    make(5);
    ledger.take(intake, at(5000, 2));

    assertThat(ledger.newest(trace(), 3)).containsExactlyInAnyOrderElementsOf(held.subList(7, 10));
    assertThat(ledger.newest(trace(), 7)).hasSize(7).containsAll(held.subList(5, 10));
    assertThat(ledger.newest(new BitSet(), 7)).isEmpty();
  }

  private BitSet trace() {
    BitSet only = new BitSet();
    only.set(trace.id());
    return only;
  }

  private void make(int count) {
    for (int i = 0; i < count; i++) {
      Object object = new Object();
      held.add(object);
      TracedRef ref = new TracedRef(object, trace.id());
      refs.add(ref);
      intake.add(ref);
    }
  }

  /** As if a collection had found the first of them dead. */
  private void die(int count) {
    for (int i = 0; i < count; i++) {
      refs.remove(0).clear();
      held.remove(0);
    }
  }

  private Account account() {
    return ledger.accounts().iterator().next();
  }

  private static Now at(long millis, long epoch) {
    return new Now(millis, epoch, 0);
  }
}
