package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.ZoomFacts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any snapshot that the model can hold. */
final class SnapshotArbitraries {
  private static final Arbitrary<Long> LONGS = Arbitraries.longs();
  private static final Arbitrary<Integer> INTS = Arbitraries.integers();
  private static final Arbitrary<Double> DOUBLES = Arbitraries.doubles();
  // Surrogates only in pairs: a lone one has no UTF-8.
  private static final Arbitrary<String> NAMES =
      Arbitraries.oneOf(
          Arbitraries.strings().alpha().ofMaxLength(6),
          Arbitraries.strings().withCharRange('\0', '\uD7FF').ofMaxLength(4),
          Arbitraries.of("\uD83D\uDE00", "java.util.HashMap"));

  private SnapshotArbitraries() {}

  static Arbitrary<Snapshot> snapshots() {
    Arbitrary<List<Frame>> stack = frames().list().ofMaxSize(6);
    return stack
        .list()
        .ofMaxSize(5)
        .flatMap(
            stacks ->
                Combinators.combine(
                        jvm(),
                        capture(),
                        agent(),
                        containers(stacks.size()).list().ofMaxSize(4),
                        costs().list().ofMaxSize(3),
                        drops().list().ofMaxSize(3),
                        NAMES.list().ofMaxSize(3))
                    .as(
                        (jvm, capture, agent, containers, costs, drops, notSeen) ->
                            new Snapshot(
                                jvm, capture, agent, stacks, containers, costs, drops, notSeen)))
        .flatMap(TracerArbitraries::tracing);
  }

  private static Arbitrary<JvmFacts> jvm() {
    return Combinators.combine(NAMES, LONGS, NAMES, NAMES, NAMES, LONGS, INTS).as(JvmFacts::new);
  }

  private static Arbitrary<CaptureFacts> capture() {
    return Combinators.combine(
            LONGS, Arbitraries.of(CaptureFacts.Trigger.class), LONGS, LONGS, LONGS, LONGS)
        .as(CaptureFacts::new);
  }

  private static Arbitrary<AgentFacts> agent() {
    return Combinators.combine(NAMES, NAMES, LONGS, Arbitraries.maps(NAMES, NAMES).ofMaxSize(3))
        .as(AgentFacts::new);
  }

  private static Arbitrary<Frame> frames() {
    return Combinators.combine(NAMES, NAMES, NAMES.injectNull(0.3), INTS).as(Frame::new);
  }

  static Arbitrary<Owner> owners() {
    return Combinators.combine(NAMES, Arbitraries.of(Owner.Kind.class), NAMES.injectNull(0.3))
        .as(Owner::new);
  }

  private static Arbitrary<CostFacts> costs() {
    return Combinators.combine(NAMES, LONGS, LONGS, LONGS, LONGS, LONGS).as(CostFacts::new);
  }

  private static Arbitrary<Drop> drops() {
    return Combinators.combine(NAMES, LONGS).as(Drop::new);
  }

  /** Eight numbers, four lists and the rest: more than one combinator takes, so in two steps. */
  private static Arbitrary<ContainerFacts> containers(int stacks) {
    Arbitrary<ContainerFacts.GrowthSite> growthSites =
        Combinators.combine(Arbitraries.integers().between(0, Math.max(0, stacks - 1)), LONGS)
            .as(ContainerFacts.GrowthSite::new);
    Arbitrary<List<Long>> numbers = LONGS.list().ofSize(7);
    return Combinators.combine(
            numbers,
            NAMES,
            Arbitraries.of(ContainerFacts.Structure.class),
            owners().injectNull(0.3),
            Combinators.combine(INTS, DOUBLES).as(AgeAndBytes::new),
            Combinators.combine(LONGS, LONGS).as(ContainerFacts.SizePoint::new).list().ofMaxSize(4),
            growthSites.list().ofMaxSize(stacks == 0 ? 0 : 3),
            Combinators.combine(
                    Combinators.combine(frames(), NAMES, LONGS)
                        .as(ContainerFacts.InsertionSite::new)
                        .list()
                        .ofMaxSize(3),
                    Combinators.combine(NAMES, DOUBLES)
                        .as(ContainerFacts.ElementShare::new)
                        .list()
                        .ofMaxSize(3),
                    natures().injectNull(0.5),
                    zooms().injectNull(0.5))
                .as(SitesAndElements::new))
        .as(
            (n, type, structure, owner, age, history, sites, rest) ->
                new ContainerFacts(
                    n.get(0),
                    type,
                    structure,
                    owner,
                    n.get(1),
                    n.get(2),
                    age.gcs(),
                    n.get(3),
                    n.get(4),
                    n.get(5),
                    n.get(6),
                    age.bytes(),
                    history,
                    sites,
                    rest.insertions(),
                    rest.elements(),
                    rest.nature(),
                    rest.zoom()));
  }

  private static Arbitrary<ContainerFacts.ElementNature> natures() {
    return Combinators.combine(DOUBLES, DOUBLES, DOUBLES).as(ContainerFacts.ElementNature::new);
  }

  private static Arbitrary<ZoomFacts> zooms() {
    Arbitrary<ZoomFacts.AccessSite> sites =
        Combinators.combine(frames(), NAMES, Arbitraries.of(ZoomFacts.Access.class), LONGS, LONGS)
            .as(ZoomFacts.AccessSite::new);
    Arbitrary<ZoomFacts.Counterpart> counterparts =
        Combinators.combine(frames(), frames(), LONGS).as(ZoomFacts.Counterpart::new);
    return Combinators.combine(LONGS, sites.list().ofMaxSize(3), counterparts.list().ofMaxSize(2))
        .as(ZoomFacts::new);
  }

  private record AgeAndBytes(int gcs, double bytes) {}

  private record SitesAndElements(
      List<ContainerFacts.InsertionSite> insertions,
      List<ContainerFacts.ElementShare> elements,
      ContainerFacts.ElementNature nature,
      ZoomFacts zoom) {}
}
