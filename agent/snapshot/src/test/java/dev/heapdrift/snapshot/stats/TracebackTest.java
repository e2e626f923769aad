package dev.heapdrift.snapshot.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TracebackTest {
  private static final String PUT = "    at java.util.HashMap.put(HashMap.java:610)";
  private static final String FIND = "    at com.app.Orders.find(Orders.java:42)";
  private static final String PAY = "    at com.shop.Checkout$Step.pay(Checkout.java:9)";

  private final Traceback traceback =
      new Traceback(List.of(Traces.PUT, Traces.FIND, Traces.PAY), 12);

  @Test
  void formatsAsAStackTraceInEitherOrder() {
    assertThat(traceback.format()).containsExactly(PUT, FIND, PAY);
    assertThat(traceback.format(0, false)).containsExactly(PAY, FIND, PUT);
  }

  @Test
  void aLimitTakesTheMostRecentOrTheOldestFrames() {
    assertThat(traceback.format(2, true)).containsExactly(PUT, FIND);
    assertThat(traceback.format(2, false)).containsExactly(FIND, PUT);
    assertThat(traceback.format(-2, true)).containsExactly(FIND, PAY);
    assertThat(traceback.format(99, true)).hasSize(3);
    assertThat(traceback.format(-99, true)).hasSize(3);
    assertThat(traceback.format(Integer.MIN_VALUE, true)).hasSize(3);
  }

  @Test
  void isPrintedAsItsMostRecentFrame() {
    assertThat(traceback).hasToString("java.util.HashMap.put(HashMap.java:610)");
    assertThat(new Traceback(List.of(), 0)).hasToString("no stack");
  }
}
