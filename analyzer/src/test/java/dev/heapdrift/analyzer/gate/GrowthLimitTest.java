package dev.heapdrift.analyzer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapdrift.analyzer.finding.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthLimitTest {
  /** Two entries a second, of 1,024 bytes each, and one for each two units of work. */
  private static final Growth GROWTH = new Growth(2.0, null, 2048.0, 0.5, null, null, null);

  @ParameterizedTest
  @CsvSource({
    "2, true",
    "1.9, false",
    "2/s, true",
    "120/min, true",
    "119/min, false",
    "7200/h, true",
    "172800/d, true",
    "172799/d, false",
    "0.5/op, true",
    "0.4/op, false",
    "2KiB/s, true",
    "2047B, false",
    "0.12 MiB/min, true",
    "0.11 MiB/min, false",
    "512B/op, true",
    "511B/op, false",
    "1GiB/d, true",
  })
  void admitsWhatGrowsNoFaster(String limit, boolean admitted) {
    assertThat(GrowthLimit.parse(limit).admits(GROWTH)).isEqualTo(admitted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000", "1GiB/s", "1000/op"})
  void neverAdmitsWhatWasNotMeasured(String limit) {
    assertThat(GrowthLimit.parse(limit).admits(Growth.UNMEASURED)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "-1/s", "1/week", "1 kB/s", "1/s/s", "1e9", "NaN"})
  void saysWhatARateLooksLike(String text) {
    assertThatThrownBy(() -> GrowthLimit.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100/min, 1MiB/h, 0.5/op; not " + text);
  }

  @Test
  void keepsTheWordsOfTheUser() {
    assertThat(GrowthLimit.parse(" 1MiB/h ").text()).isEqualTo("1MiB/h");
  }
}
