package dev.heapdrift.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heapdrift.analyzer.diff.AllocationDiff;
import dev.heapdrift.analyzer.diff.AllocationTop;
import dev.heapdrift.analyzer.report.AllocationJson;
import dev.heapdrift.analyzer.report.AllocationText;
import dev.heapdrift.analyzer.report.Style;
import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Measure;
import dev.heapdrift.snapshot.stats.TraceQuery;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a sound file says about allocations is grouped and printed. */
class HostileAllocationsTest {
  @Provide
  Arbitrary<Snapshot> snapshots() {
    Arbitrary<Long> numbers =
        Arbitraries.oneOf(
            Arbitraries.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE), Arbitraries.longs());
    Arbitrary<Double> errors =
        Arbitraries.of(0.0, -1.0, 1e300, Double.NaN, Double.POSITIVE_INFINITY, -0.0, 7.5);
    Arbitrary<Estimate> estimates =
        Combinators.combine(numbers, numbers, errors, errors, numbers).as(Estimate::new);
    return Combinators.combine(
            Arbitraries.of(0, 1),
            Arbitraries.integers(),
            Arbitraries.of("", "byte[]", "a\u001b[2Jb\n"),
            estimates.list().ofSize(4),
            numbers)
        .as(
            (stack, frames, type, e, time) ->
                new AllocationTrace(
                    stack,
                    frames,
                    type,
                    e.get(0),
                    e.get(1),
                    e.get(2),
                    e.get(3),
                    List.of(time),
                    time,
                    time))
        .list()
        .ofMaxSize(6)
        .map(HostileAllocationsTest::snapshot);
  }

  private static Snapshot snapshot(List<AllocationTrace> traces) {
    SnapshotBuilder builder = SnapshotBuilder.at(1);
    builder.stack("com.app.\u001b[31mOrders.find(Orders.java:42)", "a.B.c(B.java:1)");
    builder.stack();
    long absurd = Long.MIN_VALUE;
    return builder
        .build()
        .withAllocations(
            new AllocationFacts(2, absurd, absurd, absurd, absurd, absurd, 0, -1, -1, traces));
  }

  @Property(tries = 200)
  void isPrintedHarmlessly(
      @ForAll("snapshots") Snapshot from,
      @ForAll("snapshots") Snapshot to,
      @ForAll GroupBy groupBy,
      @ForAll Measure measure)
      throws IOException {
    TraceQuery query = new TraceQuery(groupBy, groupBy.byFrame(), measure, List.of());
    StringWriter text = new StringWriter();
    AllocationText report = new AllocationText(Style.PLAIN, 10);
    report.write(AllocationTop.of(to, query), new PrintWriter(text));
    report.write(AllocationDiff.of(from, to, query), new PrintWriter(text));
    assertThat(text.toString()).doesNotContain("\u001b").contains("total: size=");
    StringWriter json = new StringWriter();
    AllocationJson.write(AllocationDiff.of(from, to, query), 10, new PrintWriter(json));
    assertThat(new ObjectMapper().readTree(json.toString()).get("rows").isArray()).isTrue();
  }
}
