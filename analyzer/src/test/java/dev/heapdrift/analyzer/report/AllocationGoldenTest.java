package dev.heapdrift.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.diff.AllocationDiff;
import dev.heapdrift.analyzer.diff.AllocationTop;
import dev.heapdrift.analyzer.testing.TracedBuilder;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Measure;
import dev.heapdrift.snapshot.stats.TraceQuery;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationGoldenTest {
  private static final String COPY = "java.util.Arrays.copyOf(Arrays.java:3537)";
  private static final String FIND = "com.app.Orders.find(Orders.java:42)";
  private static final String LOAD = "com.app.Orders.load(Orders.java:77)";
  private static final String PAY = "com.shop.Checkout.pay(Checkout.java:9)";
  private static final TraceQuery LINES = TraceQuery.by(GroupBy.LINE);

  private final Snapshot exactBefore =
      TracedBuilder.at(10)
          .counted("com.app.Order", 3_834_880, 31_963, FIND, PAY)
          .counted("byte[]", 50_000, 500, COPY, LOAD, PAY)
          .build();
  private final Snapshot exactAfter =
      TracedBuilder.at(20)
          .counted("com.app.Order", 8_369_152, 71_332, FIND, PAY)
          .counted("char[]", 4096, 2, PAY)
          .peak(12 << 20, 15)
          .build();
  private final Snapshot sampledBefore =
      TracedBuilder.at(10)
          .sampled("com.app.Order", 3 << 20, 32_768, FIND, PAY)
          .sampled("byte[]", 4 << 20, 8192, COPY, LOAD, PAY)
          .build();
  private final Snapshot sampledAfter =
      TracedBuilder.at(20)
          .sampled("com.app.Order", 9 << 20, 98_304, FIND, PAY)
          .sampled("byte[]", 5 << 20, 10_240, COPY, LOAD, PAY)
          .build();

  @Test
  void topForPeopleAndForPrograms() throws IOException {
    Golden.check("top.txt", text(top(exactAfter, LINES)));
    Golden.check("top-sampled.txt", text(top(sampledAfter, LINES)));
    Golden.check("top-traceback.txt", text(top(exactAfter, TraceQuery.by(GroupBy.TRACEBACK))));
    Golden.check(
        "top.json", Printed.by(out -> AllocationJson.write(top(sampledAfter, LINES), 99, out)));
  }

  @Test
  void diffForPeopleAndForPrograms() throws IOException {
    Golden.check("diff-allocations.txt", text(exactBefore, exactAfter, LINES));
    Golden.check("diff-sampled.txt", text(sampledBefore, sampledAfter, LINES));
    Golden.check(
        "diff-allocations.json",
        Printed.by(
            out ->
                AllocationJson.write(
                    AllocationDiff.of(sampledBefore, sampledAfter, LINES), 99, out)));
  }

  @Test
  void cumulativeRowsAreMoreThanTheTotal() throws IOException {
    Golden.check("top-cumulative.txt", text(top(exactAfter, LINES.everyFrame())));
  }

  @Test
  void aLimitSaysHowManyAreLeft() {
    String text =
        Printed.by(out -> new AllocationText(Style.PLAIN, 1).write(top(exactAfter, LINES), out));
    assertThat(text).contains("... 1 more (--limit)").contains("total: size=8177 KiB");
  }

  @Test
  void whatNoCollectionHasTestedIsNotCountedAndSaid() {
    Snapshot untested = untested(exactAfter);
    assertThat(text(top(untested, LINES.of(Measure.SURVIVED))))
        .contains("not counted: 8177 KiB that no collection has tested yet")
        .contains("nothing of this kind was allocated");
    assertThat(text(top(untested, LINES))).doesNotContain("not counted");
  }

  private static Snapshot untested(Snapshot snapshot) {
    List<AllocationTrace> traces =
        snapshot.allocations().traces().stream()
            .map(
                t ->
                    new AllocationTrace(
                        t.stack(),
                        t.totalFrames(),
                        t.type(),
                        t.live(),
                        t.live(),
                        t.allocated(),
                        t.atPeak(),
                        t.ages(),
                        -1,
                        -1))
            .toList();
    return snapshot.withAllocations(snapshot.allocations().withTraces(traces));
  }

  private static AllocationTop top(Snapshot snapshot, TraceQuery query) {
    return AllocationTop.of(snapshot, query);
  }

  private static String text(AllocationTop top) {
    return Printed.by(out -> new AllocationText(Style.PLAIN, 99).write(top, out));
  }

  private static String text(Snapshot from, Snapshot to, TraceQuery query) {
    return Printed.by(
        out -> new AllocationText(Style.PLAIN, 99).write(AllocationDiff.of(from, to, query), out));
  }
}
