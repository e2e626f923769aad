package dev.heapdrift.snapshot.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Frame;
import java.util.List;
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
    assertThat(AppFrames.first(List.of(Traces.PUT, Traces.FIND, Traces.PAY))).contains(Traces.FIND);
  }

  @Test
  void whatTheAgentDoesOnAThreadOfTheApplicationIsItsOwn() {
    Frame ours = new Frame("dev.heapdrift.agent.Hooker", "hook", "Hooker.java", 1);
    assertThat(AppFrames.byAgent(List.of(Traces.PUT, ours, Traces.PUT, Traces.FIND))).isTrue();
    assertThat(AppFrames.byAgent(List.of(Traces.PUT, Traces.FIND, ours))).isFalse();
    assertThat(AppFrames.byAgent(List.of(Traces.PUT))).isFalse();
  }

  @Test
  void aStackOfTheJdkAloneCountsForItsMostRecentFrame() {
    assertThat(AppFrames.first(List.of(Traces.PUT))).isEmpty();
    assertThat(AppFrames.site(List.of(Traces.PUT))).isEqualTo(Traces.PUT);
    assertThat(AppFrames.site(List.of())).isNull();
  }
}
