package com.example.shop;

import java.util.HashMap;
import java.util.Map;

/** Remembers every order that anybody has asked for. */
public final class Orders {
  private static final Map<Integer, long[]> FOUND = new HashMap<>();

  private Orders() {}

  public static long[] find(int id) {
    return FOUND.computeIfAbsent(id, unknown -> new long[4]);
  }
}
