package dev.heapdrift.agent.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();

  @Test
  void newsAreTakenInTheirOrderAndOnce() {
    outbox.add(news(1));
    outbox.add(news(2));
    assertThat(outbox.isEmpty()).isFalse();
    assertThat(outbox.take()).containsExactly(news(1), news(2));
    assertThat(outbox.isEmpty()).isTrue();
    assertThat(outbox.take()).isEmpty();
  }

  @Test
  void theOldestGiveWayWhileAListenerIsSlow() {
    for (int i = 1; i <= Outbox.MOST + 2; i++) {
      outbox.add(news(i));
    }
    List<News> all = outbox.take();
    assertThat(all).hasSize(Outbox.MOST).startsWith(news(3)).endsWith(news(Outbox.MOST + 2));
  }

  @Test
  void aVerdictIsToldInOneLineWithItsFingerprint() {
    assertThat(
            News.of(Map.of("verdict", "unbounded", "title", "a map grows", "fingerprint", "17aa")))
        .isEqualTo(new News("dev.heapdrift.verdict", "unbounded: a map grows", "17aa"));
  }

  private static News news(int number) {
    return new News(News.GROWTH, "news", number);
  }
}
