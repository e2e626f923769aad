package dev.heapdrift.agent.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackTableTest {
  private static final List<Frame> FIND = List.of(new Frame("com.app.Orders", "find", null, 42));
  private static final List<Frame> PAY = List.of(new Frame("com.app.Checkout", "pay", null, 9));

  @Test
  void eachStackStandsInItOnceAndTheFirstOnesKeepTheirPlaces() {
    StackTable table = new StackTable(List.of(FIND));
    assertThat(table.index(PAY)).isEqualTo(1);
    assertThat(table.index(FIND)).isZero();
    assertThat(table.index(List.copyOf(PAY))).isEqualTo(1);
    assertThat(table.all()).containsExactly(FIND, PAY);
  }
}
