package dev.heapdrift.benchmarks.truth;

import java.util.List;
import java.util.function.Supplier;

/** Sites that are all alike, a method each, for {@link LateLeak}. */
final class LateSites {

  /** Payload of each array. */
  static final int BYTES = 1_000;

  static final List<Supplier<byte[]>> ALL =
      List.of(
          LateSites::site0,
          LateSites::site1,
          LateSites::site2,
          LateSites::site3,
          LateSites::site4,
          LateSites::site5,
          LateSites::site6,
          LateSites::site7,
          LateSites::site8);

  private LateSites() {}

  private static byte[] site0() {
    return new byte[BYTES];
  }

  private static byte[] site1() {
    return new byte[BYTES];
  }

  private static byte[] site2() {
    return new byte[BYTES];
  }

  private static byte[] site3() {
    return new byte[BYTES];
  }

  private static byte[] site4() {
    return new byte[BYTES];
  }

  private static byte[] site5() {
    return new byte[BYTES];
  }

  private static byte[] site6() {
    return new byte[BYTES];
  }

  private static byte[] site7() {
    return new byte[BYTES];
  }

  private static byte[] site8() {
    return new byte[BYTES];
  }
}
