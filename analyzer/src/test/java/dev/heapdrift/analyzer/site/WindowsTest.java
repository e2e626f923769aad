package dev.heapdrift.analyzer.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heapdrift.analyzer.site.Windows.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final Windows TWO =
      new Windows(List.of(new Window(100, 130), new Window(200, 210)), 300);

  @Test
  void theTimeBetweenThemDoesNotPass() {
    assertThat(TWO.length()).isEqualTo(40);
    assertThat(TWO.at(100)).isZero();
    assertThat(TWO.at(120)).isEqualTo(0.5);
    assertThat(TWO.at(200)).isEqualTo(0.75);
    assertThat(List.of(TWO.contains(99), TWO.contains(130), TWO.contains(199), TWO.contains(210)))
        .containsOnly(false);
    assertThat(TWO.begin(1)).isEqualTo(0.75);
    assertThat(TWO.begin(2)).isEqualTo(1);
  }

  @Test
  void howLateOneEndsIsAPartOfAllTime() {
    assertThat(TWO.reach(0)).isCloseTo(0.15, within(1e-9));
    assertThat(TWO.reach(1)).isCloseTo(0.55, within(1e-9));
    assertThat(Windows.of(5, 9).reach(0)).isEqualTo(1);
  }
}
