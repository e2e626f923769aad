package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Keeps nothing. */
class PricesTest {
  @Test
  void everyPriceIsItself() {
    Load.run(price -> assertEquals(Integer.toString(price), String.valueOf(price)));
  }
}
