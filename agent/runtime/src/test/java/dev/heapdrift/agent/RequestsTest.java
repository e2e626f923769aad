package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.ask.Verb;
import org.junit.jupiter.api.Test;

/** {@link Requests}. */
class RequestsTest {
  private final Requests requests = new Requests(Thread.currentThread());

  @Test
  void whoGetsNoAnswerGoesOnInTime() {
    assertThat(requests.await(Verb.EXIT, null, 20)).isEqualTo("error: no answer within 20 ms");
    assertThat(requests.pending()).isTrue();
  }
}
