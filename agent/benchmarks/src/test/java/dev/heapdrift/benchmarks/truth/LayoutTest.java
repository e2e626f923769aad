package dev.heapdrift.benchmarks.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sizes as {@code Instrumentation.getObjectSize} gives them, on JDK 17 and 25. */
class LayoutTest {

  @Test
  void withTheUsualHeader() {
    assertThat(Layout.USUAL.object(4, 4)).as("an Integer").isEqualTo(16);
    assertThat(Layout.USUAL.object(8, 8)).as("a Long").isEqualTo(24);
    assertThat(Layout.USUAL.array(0, 1)).as("byte[0]").isEqualTo(16);
    assertThat(Layout.USUAL.array(13, 1)).as("byte[13]").isEqualTo(32);
    assertThat(Layout.USUAL.array(2, 8)).as("long[2]").isEqualTo(32);
  }

  @Test
  void withTheCompactHeader() {
    assertThat(Layout.COMPACT.object(4, 4)).as("an Integer").isEqualTo(16);
    assertThat(Layout.COMPACT.object(8, 8)).as("a Long").isEqualTo(16);
    assertThat(Layout.COMPACT.array(0, 1)).as("byte[0]").isEqualTo(16);
    assertThat(Layout.COMPACT.array(4, 1)).as("byte[4]").isEqualTo(16);
    assertThat(Layout.COMPACT.array(2, 8)).as("long[2]").isEqualTo(32);
  }
}
