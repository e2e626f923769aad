package dev.heapdrift.junit;

import static dev.heapdrift.junit.HeapAssertions.assertAllocatesAtMost;
import static dev.heapdrift.junit.HeapAssertions.assertCollectable;
import static dev.heapdrift.junit.HeapAssertions.assertInstancesAtMost;
import static dev.heapdrift.junit.HeapAssertions.assertNoLeak;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.shop.Orders;
import dev.heapdrift.api.Heapdrift;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With an agent that traces. */
class HeapAssertionsIT {
  private static final LeakRules SHORT = LeakRules.DEFAULT.withBudget(Duration.ZERO);
  private static volatile Object sink;

  @BeforeEach
  void trace() {
    assertThat(Heapdrift.start(40)).isTrue();
    Heapdrift.clearTraces();
  }

  @AfterEach
  void clear() {
    Orders.clear();
  }

  @Test
  void whatHoldsAnObjectIsNamed() {
    assertCollectable(new Object());
    assertThatThrownBy(() -> assertCollectable(Orders.leak()))
        .hasMessage(
            "heapdrift: a com.example.shop.Orders$Order cannot be collected: held by static"
                + " com.example.shop.Orders.CACHE{value}");
    Object local = new Object();
    assertThatThrownBy(() -> assertCollectable(local))
        .hasMessageContaining("so a local variable does, maybe one of this test");
  }

  @Test
  void instancesAreToldWithTheirOrigin() {
    Orders.leak();
    Orders.leak();
    assertThatThrownBy(() -> assertInstancesAtMost(Orders.Order.class, 0))
        .hasMessageContaining(" instances of com.example.shop.Orders$Order are alive")
        .hasMessageContaining("  2 allocated at com.example.shop.Orders.leak(Orders.java:")
        .hasMessageContaining(", held by static com.example.shop.Orders.CACHE{value}");
  }

  @Test
  void theTracersOwnAllocationsAreNotTheCodes() {
    assertAllocatesAtMost(1100, () -> sink = new byte[1000]);
    assertThat(Heapdrift.isTracing()).isTrue();
  }

  @Test
  void aScenarioOfPlainCodeIsJudged() {
    assertNoLeak(Orders::evict);
    assertThatThrownBy(() -> assertNoLeak(SHORT, Orders::leak))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("heapdrift: 1 leak in 6 snapshots")
        .hasMessageContaining("held by    static com.example.shop.Orders.CACHE{value}");
  }

  @Test
  void whatTheCodeThrowsGoesThrough() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                assertNoLeak(
                    () -> {
                      throw new IOException("the code's own");
                    }));
  }

  @Test
  void aCheckInsideACheckIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> assertNoLeak(() -> assertNoLeak(() -> {})))
        .withMessage("a leak check cannot run inside another one");
  }
}
