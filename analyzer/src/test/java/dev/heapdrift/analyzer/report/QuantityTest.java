package dev.heapdrift.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
  @Test
  void bytesArePrintedAsTracemallocPrintsThem() {
    assertThat(Quantity.bytes(0)).isEqualTo("0 B");
    assertThat(Quantity.bytes(10_239)).isEqualTo("10239 B");
    assertThat(Quantity.bytes(10_240)).isEqualTo("10.0 KiB");
    assertThat(Quantity.bytes(8173L << 10)).isEqualTo("8173 KiB");
    assertThat(Quantity.bytes(50L << 40)).isEqualTo("50.0 TiB");
    assertThat(Quantity.signedBytes(4428L << 10)).isEqualTo("+4428 KiB");
    assertThat(Quantity.signedBytes(-(4428L << 10))).isEqualTo("-4428 KiB");
  }

  @Test
  void numbersHaveThreeSignificantDigits() {
    assertThat(Quantity.number(0)).isEqualTo("0");
    assertThat(Quantity.number(640.4)).isEqualTo("640");
    assertThat(Quantity.number(12_345.6)).isEqualTo("12,346");
    assertThat(Quantity.number(5.02)).isEqualTo("5.02");
    assertThat(Quantity.number(10)).isEqualTo("10");
    assertThat(Quantity.number(-0.25)).isEqualTo("-0.25");
    assertThat(Quantity.number(0.0123)).isEqualTo("0.0123");
    assertThat(Quantity.number(0.000012)).isEqualTo("1.2e-05");
  }

  @Test
  void durationsHaveTheUnitThatPeopleUse() {
    assertThat(Quantity.duration(61)).isEqualTo("61 s");
    assertThat(Quantity.duration(5400)).isEqualTo("90 min");
    assertThat(Quantity.duration(8 * 3600)).isEqualTo("8 h");
    assertThat(Quantity.duration(86_400 * 10)).isEqualTo("10 days");
  }

  @Test
  void nearlyAllIsNotAllAndNearlyNothingNotNothing() {
    assertThat(Quantity.percent(0.999)).isEqualTo("99 %");
    assertThat(Quantity.percent(1)).isEqualTo("100 %");
    assertThat(Quantity.percent(0.001)).isEqualTo("1 %");
    assertThat(Quantity.percent(0)).isEqualTo("0 %");
  }
}
