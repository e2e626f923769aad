package dev.heapdrift.agent.survivors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueueSizeTest {
  private static final String FLAG = "-XX:FlightRecorderOptions";

  @Test
  void itIsTheRecordersDefaultUnlessTheCommandLineSaysOtherwise() {
    assertThat(of()).isEqualTo(256);
    assertThat(of("-Xmx1g", FLAG + "=stackdepth=128")).isEqualTo(256);
    assertThat(of(FLAG + "=old-object-queue-size=4096")).isEqualTo(4096);
    assertThat(of(FLAG + ":stackdepth=8,old-object-queue-size=7,memorysize=4m")).isEqualTo(7);
  }

  @Test
  void theLastOptionCounts() {
    String first = FLAG + "=old-object-queue-size=512";
    assertThat(of(first, FLAG + "=old-object-queue-size=0")).isZero();
    assertThat(of(first, FLAG + "=stackdepth=128")).isEqualTo(256);
  }

  @Test
  void whatIsNoNumberIsLeftToTheJvmToRefuse() {
    assertThat(of(FLAG + "=old-object-queue-size=many")).isEqualTo(256);
    assertThat(of(FLAG + "=old-object-queue-size=99999999999")).isEqualTo(256);
    assertThat(of(FLAG + "=not-old-object-queue-size=9")).isEqualTo(256);
  }

  private static int of(String... arguments) {
    return QueueSize.of(List.of(arguments));
  }
}
