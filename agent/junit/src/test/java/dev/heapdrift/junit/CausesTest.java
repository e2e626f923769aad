package dev.heapdrift.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.api.Trace;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.stats.Traceback;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final Owner CACHE =
      new Owner("static com.app.Orders.CACHE{value}", Owner.Kind.STATIC, "com.app.Orders.CACHE");
  private static final Owner KEYS =
      new Owner("static com.app.Orders.CACHE{key}", Owner.Kind.STATIC, "com.app.Orders.CACHE");
  private static final Owner LOG =
      new Owner("static com.app.Audit.LOG[*]", Owner.Kind.STATIC, "com.app.Audit.LOG");

  private final Held node = held("java.util.HashMap$Node", 44, 160, null);
  private final Held key = held("java.lang.Long", 43, 160, KEYS);
  private final Held order = held("com.app.Order", 42, 160, CACHE);

  @Test
  void whatOneFieldHoldsIsOneCauseAndTheOrderSaysMost() {
    assertThat(Causes.of(List.of(node, key, order))).containsExactly(List.of(order, key, node));
  }

  @Test
  void anotherFieldIsAnotherCause() {
    Held entry = held("com.app.Entry", 9, 160, LOG);
    assertThat(Causes.of(List.of(order, entry))).containsExactly(List.of(order), List.of(entry));
  }

  @Test
  void whatNobodyIsSeenToHoldIsOfTheCauseOnlyInStep() {
    Held other = held("java.util.HashMap$Node", 44, 80, null);
    assertThat(Causes.of(List.of(order, other))).containsExactly(List.of(order), List.of(other));
    Held own = held("com.app.Ghost", 50, 160, null);
    assertThat(Causes.of(List.of(order, own))).containsExactly(List.of(order), List.of(own));
  }

  private static Held held(String type, int line, long added, Owner owner) {
    Frame frame = new Frame("com.app.Orders", "find", "Orders.java", line);
    SiteGrowth growth =
        new SiteGrowth(
            new Site(true, type, frame), List.of(0L, 160L), List.of(5L, 5 + added), 24 * added);
    AllocationTrace facts =
        new AllocationTrace(
            0,
            1,
            type,
            Estimate.counted(24 * added, added),
            Estimate.NOTHING,
            Estimate.NOTHING,
            Estimate.NOTHING,
            List.of(),
            -1,
            -1);
    return new Held(
        List.of(growth), growth, new Trace(new Traceback(List.of(frame), 1), facts), owner);
  }
}
