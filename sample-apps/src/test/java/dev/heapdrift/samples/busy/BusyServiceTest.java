package dev.heapdrift.samples.busy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BusyServiceTest {

  private static final Duration LOOK = Duration.ofMillis(5);

  @Test
  @Timeout(60)
  void worksUntilItIsClosed() {
    try (BusyService service = new BusyService()) {
      while (service.work() == 0) {
        LockSupport.parkNanos(LOOK.toNanos());
      }
      assertThat(service.work()).isPositive();
    }
  }
}
