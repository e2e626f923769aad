package dev.heapdrift.snapshot.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that tracemalloc's own tests use, and its limits between the units. */
class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "10239, 10239 B",
    "10240, 10.0 KiB",
    "104448, 102 KiB",
    "8369152, 8173 KiB",
    "10485760, 10.0 MiB",
    "-10240, -10.0 KiB",
    "1.2e17, 109139 TiB",
  })
  void threeDigitsAndMore(double bytes, String text) {
    assertThat(ByteSize.print(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, +0 B", "4534272, +4428 KiB", "-512, -512 B"})
  void signedOnBothSides(double bytes, String text) {
    assertThat(ByteSize.signed(bytes)).isEqualTo(text);
  }
}
