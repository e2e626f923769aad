package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.survivors.SurvivorSample;
import dev.heapdrift.snapshot.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivalsTest {
  private static final Frame COPY = new Frame("java.util.Arrays", "copyOf", "Arrays.java", 3720);
  private static final Frame GROW = new Frame("java.util.ArrayList", "grow", "ArrayList.java", 237);
  private static final Frame APP = new Frame("app.Orders", "take", "Orders.java", 7);

  @Test
  void theLineTheTypeAndTheTimeDecide() {
    Survivals survivals = survivals("app.Order", APP);
    assertThat(madeBy(survivals, APP, "app.Order")).isOne();
    assertThat(madeBy(survivals, APP, null)).as("any type").isOne();
    assertThat(madeBy(survivals, APP, "app.Item")).isZero();
    assertThat(madeBy(survivals, GROW, "app.Order")).isZero();
    assertThat(survivals.madeBetween(50, 100, site(APP, null))).isZero();
    assertThat(survivals.madeBetween(0, 50, site(APP, null))).isZero();
  }

  @Test
  void whatAMethodOfTheJdkMakesIsItsCallersToo() {
    Survivals survivals = survivals("java.lang.Object[]", COPY, GROW, APP);
    assertThat(madeBy(survivals, GROW, null)).isOne();
  }

  private static long madeBy(Survivals survivals, Frame frame, String type) {
    return survivals.madeBetween(49, 51, site(frame, type));
  }

  private static AllocationSite site(Frame frame, String type) {
    return new AllocationSite(
        frame.className(),
        frame.methodName(),
        "()V",
        frame.fileName(),
        frame.line(),
        0,
        type,
        false);
  }

  private static Survivals survivals(String type, Frame... stack) {
    return new Survivals(List.of(new SurvivorSample(List.of(stack), type, 50, 24, -1, false)));
  }
}
