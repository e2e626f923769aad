package dev.heapdrift.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.NotificationListener;
import org.junit.jupiter.api.Test;

class ListenersTest {
  private final Listeners listeners = new Listeners();
  private final NotificationListener one = (news, handback) -> {};
  private final NotificationListener other = (news, handback) -> {};

  @Test
  void whoListensTwiceListensUntilBothAreTakenBack() {
    assertThat(listeners.any()).isFalse();
    listeners.add(one);
    listeners.add(one);
    listeners.remove(one);
    assertThat(listeners.any()).isTrue();
    listeners.remove(one);
    assertThat(listeners.any()).isFalse();
  }

  @Test
  void oneIsTakenBackAsAWhole() {
    listeners.add(one);
    listeners.add(other);
    listeners.add(one);
    listeners.removeAll(one);
    assertThat(listeners.any()).isTrue();
    listeners.remove(one);
    listeners.removeAll(other);
    assertThat(listeners.any()).isFalse();
  }
}
