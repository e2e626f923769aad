package dev.heapdrift.analyzer.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "com.app,          com.app.Orders,        true",
    "com.app,          com.application.Other, false",
    "com.app.Orders,   com.app.Orders$Line,   true",
    "com.app.*,        com.app.Orders,        true",
    "com.app*,         com.application.Other, true",
    "com.*.Orders,     com.shop.web.Orders,   true",
    "*Cache,           com.app.OrderCache,    true",
    "*Cache,           com.app.CacheBuilder,  false",
    "com.app.\\Qx,     com.app.x,             false",
  })
  void matchesNamesAsPackagesDo(String pattern, String name, boolean expected) {
    assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(expected);
  }
}
