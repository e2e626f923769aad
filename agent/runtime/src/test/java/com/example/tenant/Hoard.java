package com.example.tenant;

import java.util.ArrayList;
import java.util.List;

/** A list that only grows, at the pace of who calls. */
public final class Hoard {
  private static final List<Object> HELD = new ArrayList<>();

  private Hoard() {}

  /** Adds so many entries. */
  public static void add(int entries) {
    for (int i = 0; i < entries; i++) {
      HELD.add(new Object());
    }
  }
}
