package dev.heapdrift.analyzer.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.testing.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppFramesTest {
  @ParameterizedTest
  @ValueSource(strings = {"com.app.Orders", "javaxx.Thing", "dev.heapdrift.samples.OrderService"})
  void applicationsAreAllButTheJdkAndTheAgent(String className) {
    assertThat(AppFrames.isApplication(className)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.HashMap",
        "javax.management.MBeanServer",
        "jdk.internal.misc.Unsafe",
        "java.lang.HeapdriftDoor1",
        "dev.heapdrift.agent.AgentLoop",
        "dev.heapdrift.shaded.asm.ClassReader"
      })
  void theJdkAndTheAgentAreNot(String className) {
    assertThat(AppFrames.isApplication(className)).isFalse();
  }

  @Test
  void theFirstApplicationFrameIsTheMostRecentOne() {
    assertThat(
            AppFrames.first(
                Frames.parse(
                    "java.util.HashMap.put(HashMap.java:610)",
                    "com.app.Orders.find(Orders.java:42)",
                    "com.app.Checkout.pay(Checkout.java:9)")))
        .contains(Frames.parse("com.app.Orders.find(Orders.java:42)"));
  }
}
