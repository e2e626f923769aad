package com.example.shop;

import dev.heapdrift.junit.HeapAssertions;
import dev.heapdrift.junit.LeakRules;
import java.time.Duration;

/** A program that checks itself; started without an agent. */
public final class SelfChecking {
  private SelfChecking() {}

  /** Prints what the check says of a leaky and of a healthy scenario. */
  public static void main(String[] args) {
    LeakRules rules = LeakRules.DEFAULT.withBudget(Duration.ofMillis(200));
    try {
      HeapAssertions.assertNoLeak(rules, Orders::evict);
      System.out.println("healthy");
      HeapAssertions.assertNoLeak(rules, Orders::leak);
      System.out.println("no leak");
    } catch (AssertionError | RuntimeException verdict) {
      System.out.println(verdict.getMessage());
    }
  }
}
