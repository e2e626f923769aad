package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.snapshots.RefillCounters.Refills;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

class RefillCountersTest {
  private static final int CHUNK = 1024;
  private static final int CHUNKS = 20_000;

  private final RefillCounters counters = RefillCounters.open(ByteBuddyAgent.install());

  @Test
  void aCollectionTellsWhatWasAllocatedInHowManyBuffers() {
    System.gc();
    counters.news();
    long sum = 0;
    for (int i = 0; i < CHUNKS; i++) {
      sum += new byte[CHUNK + i % 8].length;
    }
    System.gc();
    Refills told = counters.news();
    assertThat(counters.known()).isTrue();
    assertThat(sum).isPositive();
    assertThat(told.count()).isPositive();
    assertThat(told.bytes()).isPositive().isLessThan(1L << 40);
  }

  @Test
  void whatWasToldBeforeIsNoNews() {
    System.gc();
    counters.news();
    assertThat(counters.news()).isEqualTo(Refills.UNKNOWN);
  }
}
