package dev.heapdrift.benchmarks.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the tables of Clopper and Pearson, one-sided at 95 %. */
class UpperBoundTest {
  @ParameterizedTest
  @CsvSource({
    "0, 500, 0.00597",
    "0, 200, 0.01487",
    "0, 10, 0.25887",
    "1, 10, 0.39416",
    "3, 20, 0.34366",
    "5, 5, 1.0",
  })
  void boundsWhatWasSeen(int seen, int trials, double bound) {
    assertThat(UpperBound.of(seen, trials)).isCloseTo(bound, within(0.00005));
  }
}
