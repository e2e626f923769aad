package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GcInfo;
import dev.heapdrift.agent.snapshots.RefillCounters.Refills;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

class GcHistoryTest {

  @Test
  void tellsGenerationsByTheNamesOfAllCollectors() {
    assertThat(List.of("G1 Young Generation", "PS Scavenge", "Copy", "ZGC Minor Cycles"))
        .allMatch(bean -> GcHistory.generation(bean) == Generation.YOUNG);
    assertThat(
            List.of(
                "G1 Old Generation",
                "G1 Concurrent GC",
                "PS MarkSweep",
                "MarkSweepCompact",
                "ZGC Cycles",
                "ZGC Major Cycles",
                "Shenandoah Cycles"))
        .allMatch(bean -> GcHistory.generation(bean) == Generation.OLD);
  }

  @Test
  void aCollectionIsToldOnceWithWhatItLeft() {
    GcClock clock = new GcClock(ByteBuddyAgent.install());
    clock.now();
    int before = clock.history().size();
    System.gc();
    clock.now();
    clock.now();
    List<GcFacts> added = clock.history().subList(before, clock.history().size());
    assertThat(added).filteredOn(gc -> gc.generation() == Generation.OLD).isNotEmpty();
    assertThat(added).doesNotHaveDuplicates();
    assertThat(added).allSatisfy(gc -> assertThat(gc.heapAfterBytes()).isPositive());
  }

  @Test
  void keepsTheLastOnesOfEachGeneration() {
    GcHistory history = new GcHistory(3);
    System.gc();
    for (int left = 1; left <= 5; left++) {
      for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
        GcInfo info = ((com.sun.management.GarbageCollectorMXBean) bean).getLastGcInfo();
        if (info != null && GcHistory.generation(bean.getName()) == Generation.OLD) {
          history.add(bean, info, left, Refills.UNKNOWN);
        }
      }
    }
    assertThat(history.facts()).hasSize(3);
    assertThat(history.facts()).last().extracting(GcFacts::heapAfterBytes).isEqualTo(5L);
  }
}
