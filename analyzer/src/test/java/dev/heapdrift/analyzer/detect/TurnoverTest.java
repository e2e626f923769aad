package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.testing.Snapshots;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Logins become more and more, from 20 a second by another four each second. */
class TurnoverTest {
  private static final double STAY = 4;

  @Test
  void sessionsThatExpireRiseWithTheTrafficAndAreNoLeak() {
    Findings findings = sessions(0, TurnoverTest::ramp);
    assertThat(findings.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(DetectionTest.only(findings).details().evidence().pattern())
        .contains("most of what is put in goes again");
  }

  @Test
  void sessionsOfWhichHalfStayAreALeak() {
    assertThat(sessions(0.5, TurnoverTest::ramp).outcome()).isEqualTo(Outcome.LEAKS);
  }

  @Test
  void atOneRateTheFewThatStayAreALeakToo() {
    assertThat(sessions(0.2, t -> 60 * t).outcome()).isEqualTo(Outcome.LEAKS);
  }

  @Test
  void whatKeepsAllThatIsPutInIsALeakUnderARampToo() {
    assertThat(sessions(1, TurnoverTest::ramp).outcome()).isEqualTo(Outcome.LEAKS);
  }

  private static double ramp(double second) {
    return 20 * second + 2 * second * second;
  }

  /** Sessions of which a part stays for good and the others for some seconds. */
  private static Findings sessions(double stays, DoubleUnaryOperator logins) {
    DoubleUnaryOperator all = t -> logins.applyAsDouble(Math.max(0, t));
    DoubleUnaryOperator gone = t -> (1 - stays) * all.applyAsDouble(t - STAY);
    return DetectionTest.of(
        Snapshots.lasting(40)
            .with(
                "java.util.concurrent.ConcurrentHashMap",
                c ->
                    c.heldBy("com.app.Sessions.byToken")
                        .size(t -> all.applyAsDouble(t) - gone.applyAsDouble(t))
                        .inserted("com.app.Sessions.open(Sessions.java:20)", "put", all)));
  }
}
