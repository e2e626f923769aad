package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.testing.Frames;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.analyzer.trend.Check;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.util.List;

/** Explanations to report on: one with everything, and one with nothing but its finding. */
final class Explanations {
  private static final Frame FIND = Frames.parse("com.app.Orders.find(Orders.java:42)");
  private static final Frame EVICT = Frames.parse("com.app.Orders.evict(Orders.java:60)");

  private Explanations() {}

  static Explanation cache() {
    Finding finding = Analyses.leaks().findings().get(0);
    return new Explanation(
        "jvm1",
        finding,
        List.of(
            new Check("readings", "120 over 59.0 s of work", "8 over 5 s", true),
            new Check(
                "beside it",
                "open: whether it is dropped like its predecessors, which lived up to 40 s; it is"
                    + " 61 s old",
                "that nothing but the series excuses it",
                false)),
        finding.details().series().subList(0, 12),
        List.of(new GrowthStack(1.0, 218, List.of(FIND))),
        List.of(container(17, "com.app.Orders.CACHE", 71_332), container(18, null, -1)),
        List.of(new InsertionSite(FIND, "put", 39_369)),
        List.of(
            new AccessSite(FIND, "get", Access.LOOKUP, 40_000, 12),
            new AccessSite(EVICT, "clear", Access.REMOVAL, 1, -1)),
        List.of(new Counterpart(FIND, EVICT, 1)));
  }

  static Explanation listeners() {
    return Explanation.of("jvm2", Analyses.leaks().findings().get(1), List.of());
  }

  private static ContainerSeries container(long id, String holder, long size) {
    ContainerFacts facts =
        SnapshotBuilder.at(61)
            .facts(id, "java.util.HashMap", Structure.MAP, holder, size, size < 0 ? -1 : 95.5);
    return new ContainerSeries(
        facts,
        List.of(),
        size < 0 ? List.of() : Analyses.straight(1024, size),
        List.of(),
        12,
        61_000,
        true);
  }
}
