package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapdrift.junit.LeakCheck;
import org.junit.jupiter.api.Test;

/** Keeps nothing; runs only when it is asked for. */
class PricesCheck {
  @Test
  @LeakCheck
  void priceIsItself() {
    assertEquals("42", String.valueOf(42));
  }
}
