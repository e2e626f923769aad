package dev.heapdrift.samples.busy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailroomTest {

  private static final int BURSTS = 50;
  private static final int TURNS_A_BURST = 20;

  @Test
  void theCarrierKeepsUpWithTheBursts() {
    Mailroom mailroom = new Mailroom();
    Chore carrier = mailroom.carrier();
    for (int burst = 0; burst < BURSTS; burst++) {
      for (int turn = 0; turn < TURNS_A_BURST; turn++) {
        assertThat(mailroom.turn(0)).isPositive();
        assertThat(carrier.turn(0)).isNotNegative();
      }
      assertThat(mailroom.held()).isZero();
    }
  }
}
