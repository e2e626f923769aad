package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.registry.Now;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

class GcClockTest {
  private final GcClock clock = new GcClock(ByteBuddyAgent.install());

  @Test
  void countsCollectionsAndSaysWhatTheyLeft() {
    Now before = clock.now();
    System.gc();
    Now after = clock.now();
    assertThat(after.gcEpoch()).isGreaterThan(before.gcEpoch());
    assertThat(after.uptimeMillis()).isGreaterThanOrEqualTo(before.uptimeMillis());
    assertThat(clock.heapAfterGcBytes()).isPositive().isLessThan(1L << 40);
    assertThat(clock.heapHeldBytes()).isPositive().isLessThan(1L << 40);
    assertThat(clock.heapUsedBytes()).isPositive();
  }

  @Test
  void readsTheJvm() {
    var facts = JvmFactsReader.read();
    assertThat(facts.startId())
        .isEqualTo(JvmFactsReader.startId(facts.startMillis(), ProcessHandle.current().pid()))
        .matches("[0-9a-z]+-[0-9a-z]+");
    assertThat(facts.maxHeapBytes()).isPositive();
    assertThat(facts.processors()).isPositive();
  }

  @Test
  void namesTheCollector() {
    assertThat(collector("G1 Young Generation", "G1 Concurrent GC", "G1 Old Generation"))
        .isEqualTo("G1");
    assertThat(collector("ZGC Cycles", "ZGC Pauses")).isEqualTo("ZGC");
    assertThat(collector("ZGC Minor Cycles", "ZGC Minor Pauses", "ZGC Major Cycles"))
        .isEqualTo("generational ZGC");
    assertThat(collector("Shenandoah Pauses", "Shenandoah Cycles")).isEqualTo("Shenandoah");
    assertThat(collector("PS MarkSweep", "PS Scavenge")).isEqualTo("Parallel");
    assertThat(collector("Copy", "MarkSweepCompact")).isEqualTo("Serial");
    assertThat(collector("Somebody's")).isEqualTo("Somebody's");
  }

  private static String collector(String... beans) {
    return JvmFactsReader.collector(List.of(beans));
  }
}
