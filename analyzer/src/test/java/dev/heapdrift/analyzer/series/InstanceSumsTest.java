package dev.heapdrift.analyzer.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.testing.SiteBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceSumsTest {
  private static final String START = "java.lang.Thread.start(Thread.java:793)";
  private static final String LINE = "com.app.Chat.enter(Chat.java:31)";

  @Test
  void waysToOneLineAreSummedUp() {
    List<InstanceSeries> all =
        series(
            run()
                .instances(Kind.THREAD, "java.lang.Thread", t -> t, START, LINE, "a.B.c(B.java:1)")
                .instances(Kind.THREAD, "java.lang.Thread", t -> 5, START, LINE, "a.B.d(B.java:2)")
                .instances(Kind.THREAD, "com.app.Worker", t -> 2, START, LINE));
    assertThat(all)
        .extracting(InstanceSeries::type)
        .containsExactly("java.lang.Thread", "com.app.Worker");
    InstanceSeries threads = all.get(0);
    assertThat(threads.live()).isEqualTo(8);
    assertThat(threads.stacks()).extracting(InstanceSeries.Made::live).containsExactly(5L, 3L);
    assertThat(threads.points())
        .containsExactly(new SizePoint(1000, 6), new SizePoint(2000, 7), new SizePoint(3000, 8));
  }

  @Test
  void whatHasEndedIsNoSeries() {
    assertThat(series(run().instances(Kind.THREAD, "java.lang.Thread", t -> t < 3 ? 9 : 0, LINE)))
        .isEmpty();
  }

  @Test
  void theExitEndsNothing() {
    SiteBuilder run =
        SiteBuilder.of(Snapshots.lasting(3))
            .instances(Kind.THREAD, "java.lang.Thread", t -> t < 3 ? 9 : 0, LINE);
    assertThat(series(run)).extracting(InstanceSeries::live).containsExactly(9L);
  }

  @Test
  void bytesAreThoseOfAllStacks() {
    List<InstanceSeries> all =
        series(
            run()
                .instances(Kind.DIRECT_BUFFER, "java.nio.DirectByteBuffer", t -> 2, LINE)
                .instances(Kind.DIRECT_BUFFER, "java.nio.DirectByteBuffer", t -> 1, START, LINE));
    assertThat(all).extracting(InstanceSeries::bytes).containsExactly(3L * 4096);
  }

  /** Three seconds and an exit. */
  private static SiteBuilder run() {
    return SiteBuilder.of(Snapshots.lasting(4));
  }

  private static List<InstanceSeries> series(SiteBuilder run) {
    return Runs.of(run.list()).instances();
  }
}
