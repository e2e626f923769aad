package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class OrdersTest {
  @Test
  void everyOrderIsFound() {
    Load.run(id -> assertNotNull(Orders.find(id)));
  }
}
