package dev.heapdrift.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OdometerTest {
  private final Odometer odometer = new Odometer();

  @Example
  void countsFromTheFirstReading() {
    assertThat(odometer.advance(500)).isZero();
    assertThat(odometer.advance(500)).isZero();
    assertThat(odometer.advance(620)).isEqualTo(120);
  }

  @Example
  void aCounterThatWasResetBeginsAgainAtZero() {
    odometer.advance(500);
    odometer.advance(600);
    assertThat(odometer.advance(30)).isEqualTo(130);
    assertThat(odometer.advance(40)).isEqualTo(140);
  }

  @Property
  void whateverTheCounterShowsTheSumNeverFalls(@ForAll List<Long> readings) {
    long before = 0;
    for (long reading : readings) {
      long now = odometer.advance(reading);
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }
}
