package dev.heapdrift.agent.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveThreadsTest {
  @Test
  void listsThisThread() throws ReflectiveOperationException {
    assertThat(new LiveThreads().get()).contains(Thread.currentThread());
  }
}
