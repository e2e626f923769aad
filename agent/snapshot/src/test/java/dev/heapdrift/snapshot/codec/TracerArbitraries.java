package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.SurvivorPeriod;
import dev.heapdrift.snapshot.WorkFacts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What tracers can know, added to any snapshot of containers. */
final class TracerArbitraries {
  private static final Arbitrary<Long> LONGS = Arbitraries.longs();
  private static final Arbitrary<Integer> INTS = Arbitraries.integers();
  private static final Arbitrary<String> NAMES = Arbitraries.of("byte[]", "com.app.Order");

  private TracerArbitraries() {}

  static Arbitrary<Snapshot> tracing(Snapshot containers) {
    int stacks = containers.stacks().size();
    return Combinators.combine(
            allocations(stacks).injectNull(0.3),
            survivors(stacks).list().ofMaxSize(3),
            periods().list().ofMaxSize(3),
            instances(stacks).list().ofMaxSize(stacks == 0 ? 0 : 3),
            gcs().list().ofMaxSize(3),
            work().injectNull(0.3))
        .as(
            (allocations, survivors, periods, instances, gcs, work) ->
                new Snapshot(
                    containers.jvm(),
                    containers.capture(),
                    containers.agent(),
                    containers.stacks(),
                    containers.containers(),
                    allocations,
                    survivors,
                    periods,
                    instances,
                    gcs,
                    work,
                    containers.costs(),
                    containers.drops(),
                    containers.notSeen()));
  }

  private static Arbitrary<AllocationFacts> allocations(int stacks) {
    return Combinators.combine(
            INTS.list().ofSize(3),
            LONGS.list().ofSize(6),
            traces(stacks).list().ofMaxSize(stacks == 0 ? 0 : 4))
        .as(
            (i, n, traces) ->
                new AllocationFacts(
                    i.get(0), n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), i.get(1),
                    i.get(2), traces));
  }

  private static Arbitrary<WorkFacts> work() {
    return Combinators.combine(NAMES, history()).as(WorkFacts::new);
  }

  private static Arbitrary<List<SizePoint>> history() {
    return Combinators.combine(LONGS, LONGS).as(SizePoint::new).list().ofMaxSize(4);
  }

  private static Arbitrary<AllocationTrace> traces(int stacks) {
    return Combinators.combine(
            Arbitraries.integers().between(0, Math.max(0, stacks - 1)),
            INTS,
            NAMES,
            estimates().list().ofSize(4),
            LONGS.list().ofMaxSize(16),
            LONGS,
            LONGS)
        .as(
            (stack, frames, type, e, ages, oldest, newest) ->
                new AllocationTrace(
                    stack, frames, type, e.get(0), e.get(1), e.get(2), e.get(3), ages, oldest,
                    newest));
  }

  private static Arbitrary<Estimate> estimates() {
    Arbitrary<Double> errors = Arbitraries.doubles();
    return Arbitraries.oneOf(
        Arbitraries.of(Estimate.NOTHING),
        Combinators.combine(LONGS, LONGS).as(Estimate::counted),
        Combinators.combine(LONGS, LONGS, errors, errors, LONGS).as(Estimate::new));
  }

  private static Arbitrary<Survivor> survivors(int stacks) {
    return Combinators.combine(
            Arbitraries.integers().between(-1, stacks - 1),
            NAMES,
            LONGS,
            LONGS,
            LONGS,
            Arbitraries.of(true, false))
        .as(Survivor::new);
  }

  private static Arbitrary<SurvivorPeriod> periods() {
    return Combinators.combine(LONGS, LONGS, INTS).as(SurvivorPeriod::new);
  }

  private static Arbitrary<InstanceFacts> instances(int stacks) {
    return Combinators.combine(
            Arbitraries.of(InstanceFacts.Kind.class),
            NAMES,
            Arbitraries.integers().between(0, Math.max(0, stacks - 1)),
            LONGS,
            LONGS,
            LONGS,
            SnapshotArbitraries.owners().injectNull(0.3),
            history())
        .as(InstanceFacts::new);
  }

  private static Arbitrary<GcFacts> gcs() {
    return Combinators.combine(Arbitraries.of(GcFacts.Generation.class), LONGS.list().ofSize(5))
        .as(
            (generation, n) ->
                new GcFacts(n.get(0), generation, n.get(1), n.get(2), n.get(3), n.get(4)));
  }
}
