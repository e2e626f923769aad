package dev.heapdrift.analyzer.series;

import static dev.heapdrift.analyzer.testing.SnapshotBuilder.inThreadLocal;
import static dev.heapdrift.analyzer.testing.SnapshotBuilder.withHistory;
import static dev.heapdrift.analyzer.testing.SnapshotBuilder.zoomed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import dev.heapdrift.analyzer.trend.Work;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.WorkFacts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunBuilderTest {
  private static final String CACHE = "com.app.Orders.CACHE";

  @Test
  void historiesAndExactSizesBecomeOneSeries() {
    RunBuilder run = new RunBuilder();
    SnapshotBuilder first = SnapshotBuilder.at(10);
    run.add(first.container(withHistory(map(first, 100), point(2, 20), point(5, 50))).build());
    SnapshotBuilder second = SnapshotBuilder.at(20);
    // Its history is coarser where the first one's was finer, and goes on from there.
    run.add(second.container(withHistory(map(second, 200), point(5, 51), point(15, 150))).build());

    ContainerSeries series = run.build().series().get(0);
    assertThat(series.points())
        .containsExactly(
            point(2, 20), point(5, 50), point(10, 100), point(15, 150), point(20, 200));
    assertThat(series.snapshots()).isEqualTo(2);
    assertThat(series.inLastSnapshot()).isTrue();
    assertThat(series.size()).isEqualTo(200);
  }

  @Test
  void aContainerThatWasNotReadAgainGetsNoPoint() {
    RunBuilder run = new RunBuilder();
    SnapshotBuilder first = SnapshotBuilder.at(10);
    ContainerFacts facts = map(first, 100);
    run.add(first.container(facts).build());
    run.add(SnapshotBuilder.at(20).container(facts).build());
    assertThat(run.build().series().get(0).points()).containsExactly(point(10, 100));
  }

  @Test
  void insertionsAreCountedFromWhenTheZoomCameLast() {
    RunBuilder run = new RunBuilder();
    SnapshotBuilder first = SnapshotBuilder.at(10);
    run.add(first.container(map(first, 100)).build());
    SnapshotBuilder second = SnapshotBuilder.at(20);
    run.add(second.container(zoomed(map(second, 200), 15, 300)).build());
    assertThat(run.build().series().get(0).insertions())
        .containsExactly(point(15, 0), point(20, 300));

    SnapshotBuilder third = SnapshotBuilder.at(30);
    run.add(third.container(zoomed(map(third, 300), 22, 80)).build());
    SnapshotBuilder fourth = SnapshotBuilder.at(40);
    run.add(fourth.container(zoomed(map(fourth, 400), 22, 180)).build());
    assertThat(run.build().series().get(0).insertions())
        .containsExactly(point(22, 0), point(30, 80), point(40, 180));
  }

  @Test
  void aContainerThatIsGoneKeepsItsLastFacts() {
    RunBuilder run = new RunBuilder();
    run.add(SnapshotBuilder.at(10).map(1, CACHE, 100, "com.app.A.b(A.java:1)").build());
    run.add(SnapshotBuilder.at(20).build());
    ContainerSeries series = run.build().series().get(0);
    assertThat(series.inLastSnapshot()).isFalse();
    assertThat(series.lastSeenMillis()).isEqualTo(10_000);
    int stack = series.last().growthSites().get(0).stack();
    assertThat(series.stacks().get(stack).get(0).print()).isEqualTo("com.app.A.b(A.java:1)");
  }

  @Test
  void theWorkIsMergedAsSizesAre() {
    RunBuilder run = new RunBuilder();
    run.add(SnapshotBuilder.at(20).build().withWork(work(point(1, 0), point(20, 400))));
    run.add(SnapshotBuilder.at(30).build());
    run.add(
        SnapshotBuilder.at(40)
            .build()
            .withWork(work(point(1, 0), point(15, 300), point(25, 500), point(40, 900))));
    Work work = run.build().load().work();
    assertThat(work.until(10.5)).isEqualTo(200); // the earlier snapshot's history is the finer one
    assertThat(work.until(20)).isEqualTo(400);
    assertThat(work.until(25)).isEqualTo(500);
    assertThat(work.until(40)).isEqualTo(900);
  }

  private static WorkFacts work(SizePoint... points) {
    return new WorkFacts(WorkFacts.API, List.of(points));
  }

  @Test
  void siblingsSumOverThoseAliveInEachSnapshot() {
    RunBuilder run = new RunBuilder();
    run.add(SnapshotBuilder.at(10).map(1, CACHE, 100).map(2, CACHE, 50).build());
    run.add(SnapshotBuilder.at(20).map(2, CACHE, 60).map(3, CACHE, 200).map(4, "x.Y.Z", 9).build());
    run.add(SnapshotBuilder.at(30).build());

    Run built = run.build();
    assertThat(built.siblings()).hasSize(1);
    SiblingSeries group = built.siblings().get(0);
    assertThat(group.holder()).isEqualTo(CACHE);
    assertThat(group.points()).containsExactly(point(10, 150), point(20, 260), point(30, 0));
    assertThat(group.counts()).containsExactly(point(10, 2), point(20, 2), point(30, 0));
    assertThat(group.members()).isEmpty();
  }

  @Test
  void threadLocalsOfThreadsThatEndedAtExitAreNotGone() {
    RunBuilder run = new RunBuilder();
    for (int seconds = 10; seconds <= 20; seconds += 10) {
      SnapshotBuilder at = SnapshotBuilder.at(seconds);
      run.add(at.container(inThreadLocal(map(at, 1, seconds), CACHE)).map(2, "x.Y.Z", 9).build());
    }
    run.add(SnapshotBuilder.at(30).atExit().build());

    Run built = run.build();
    assertThat(built.series().get(0).inLastSnapshot()).isTrue();
    assertThat(built.series().get(1).inLastSnapshot()).as("a static map").isFalse();
  }

  @Test
  void siblingsInThreadLocalsAreCountedUntilTheExit() {
    RunBuilder run = new RunBuilder();
    SnapshotBuilder at = SnapshotBuilder.at(10);
    at.container(inThreadLocal(map(at, 1, 100), CACHE));
    run.add(at.container(inThreadLocal(map(at, 2, 50), CACHE)).build());
    SnapshotBuilder exit = SnapshotBuilder.at(20).atExit();
    run.add(exit.container(inThreadLocal(map(exit, 1, 100), CACHE)).build());

    assertThat(run.build().siblings().get(0).points()).containsExactly(point(10, 150));
  }

  @Test
  void whatIsClearedAtExitIsNoFall() {
    RunBuilder run = new RunBuilder();
    SnapshotBuilder running = SnapshotBuilder.at(10);
    run.add(running.container(map(running, 100)).build());
    SnapshotBuilder exit = SnapshotBuilder.at(20).atExit();
    run.add(exit.container(map(exit, 0)).build());
    assertThat(run.build().series().get(0).points()).containsExactly(point(10, 100));
  }

  @Test
  void whatHasGrownAtExitCounts() {
    RunBuilder run = new RunBuilder();
    SnapshotBuilder running = SnapshotBuilder.at(10);
    run.add(running.container(map(running, 100)).build());
    SnapshotBuilder exit = SnapshotBuilder.at(20).atExit();
    run.add(exit.container(map(exit, 110)).build());
    assertThat(run.build().series().get(0).points())
        .containsExactly(point(10, 100), point(20, 110));
  }

  @Test
  void whatIsEmptiedWhileTheApplicationIsPutInOrderIsNoFall() {
    SizePoint[] service = {point(10, 100), point(50, 500), point(90, 900)};
    assertThat(untilExit(service, point(95, 400), point(97, 0), point(98, 0)))
        .containsExactly(service);
  }

  @Test
  void whatIsFilledAgainOrWasEmptiedBeforeHasFallen() {
    SizePoint[] again = {point(10, 100), point(90, 900), point(95, 0), point(97, 9), point(98, 9)};
    assertThat(untilExit(again)).containsExactly(again);
    SizePoint[] before = {point(10, 100), point(50, 900), point(85, 0), point(98, 0)};
    assertThat(untilExit(before)).containsExactly(before);
  }

  /** The points of a map that was read so often, last at the exit. */
  private static List<SizePoint> untilExit(SizePoint[] first, SizePoint... more) {
    List<SizePoint> all = Stream.concat(Stream.of(first), Stream.of(more)).toList();
    RunBuilder run = new RunBuilder();
    for (SizePoint point : all) {
      SnapshotBuilder at = SnapshotBuilder.at(point.uptimeMillis() / 1000);
      at.container(map(at, point.size()));
      run.add((point.equals(all.get(all.size() - 1)) ? at.atExit() : at).build());
    }
    return run.build().series().get(0).points();
  }

  @Test
  void whatIsTakenAfterTheJvmsLastWordSaysNothing() {
    RunBuilder run = new RunBuilder();
    for (int seconds = 10; seconds <= 30; seconds += 10) {
      SnapshotBuilder at = SnapshotBuilder.at(seconds).map(1, CACHE, seconds);
      run.add((seconds == 30 ? at.atExit() : at).build());
    }
    run.add(SnapshotBuilder.at(31).build());
    assertThat(run.build().newest().capture().uptimeMillis()).isEqualTo(30_000);
    assertThat(run.build().series().get(0).inLastSnapshot()).isTrue();
  }

  @Test
  void whatWasThereJustBeforeTheExitIsNotGone() {
    RunBuilder run = new RunBuilder();
    run.add(SnapshotBuilder.at(10).map(1, CACHE, 10).build());
    run.add(SnapshotBuilder.at(29).map(1, CACHE, 29).build());
    run.add(SnapshotBuilder.at(30).atExit().build());
    assertThat(run.build().series().get(0).inLastSnapshot()).isTrue();
  }

  @Test
  void membersAreThoseAliveLargestFirst() {
    RunBuilder run = new RunBuilder();
    run.add(SnapshotBuilder.at(10).map(1, CACHE, 100).map(2, CACHE, 500).build());
    assertThat(run.build().siblings().get(0).members())
        .extracting(ContainerSeries::size)
        .containsExactly(500L, 100L);
  }

  @Test
  void aLongSeriesIsThinnedAndStillCoversItsTime() {
    PointList points = new PointList();
    for (int i = 0; i < 10_000; i++) {
      points.add(i, i);
    }
    assertThat(points.view()).hasSizeBetween(PointList.MAX_POINTS / 2, PointList.MAX_POINTS);
    assertThat(points.view().get(0)).isEqualTo(new SizePoint(0, 0));
    assertThat(points.lastUptime()).isEqualTo(9_999);
  }

  private static ContainerFacts map(SnapshotBuilder in, long size) {
    return map(in, 1, size);
  }

  private static ContainerFacts map(SnapshotBuilder in, long id, long size) {
    return in.facts(id, "java.util.HashMap", Structure.MAP, CACHE, size, 100);
  }

  private static SizePoint point(long seconds, long size) {
    return new SizePoint(seconds * 1000, size);
  }
}
