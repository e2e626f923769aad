package dev.heapdrift.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {

  @Test
  void fewValuesGiveTheirWholeRange() {
    assertThat(MedianInterval.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new MedianInterval(2, 1, 3, 3));
    assertThat(MedianInterval.of(List.of(4.0))).isEqualTo(new MedianInterval(4, 4, 4, 1));
  }

  @Test
  void anEvenNumberHasItsMedianInTheMiddle() {
    assertThat(MedianInterval.of(List.of(1.0, 2.0, 10.0, 20.0)).median()).isEqualTo(6);
  }

  @Test
  void thirtyValuesGiveTheRanksOfConover() {
    List<Double> values = IntStream.rangeClosed(1, 30).mapToObj(i -> (double) i).toList();
    assertThat(MedianInterval.of(values)).isEqualTo(new MedianInterval(15.5, 9, 22, 30));
  }

  @Test
  void noValuesHaveNoMedian() {
    assertThatIllegalArgumentException().isThrownBy(() -> MedianInterval.of(List.of()));
  }
}
