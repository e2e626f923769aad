package dev.heapdrift.benchmarks.truth;

import dev.heapdrift.benchmarks.truth.Site.Kind;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sites of seven kinds, 16 bytes to 2 MiB an object, each in a method of its own. The line that
 * allocates is the method's only one.
 */
final class Sites {

  private static final int CONSTANT = 1 << 20; // beyond what boxing caches

  static final List<Site> ALL =
      List.of(
          new Site("small", Kind.OBJECT, Sites::small, l -> l.object(4, 4)),
          new Site("wide", Kind.OBJECT, Sites::wide, l -> l.object(64, 8)),
          new Site("booleans", Kind.PRIMITIVE_ARRAY, Sites::booleans, l -> l.array(13, 1)),
          new Site("bytes", Kind.PRIMITIVE_ARRAY, Sites::bytes, l -> l.array(33, 1)),
          new Site("chars", Kind.PRIMITIVE_ARRAY, Sites::chars, l -> l.array(70, 2)),
          new Site("shorts", Kind.PRIMITIVE_ARRAY, Sites::shorts, l -> l.array(301, 2)),
          new Site("ints", Kind.PRIMITIVE_ARRAY, Sites::ints, l -> l.array(255, 4)),
          new Site("longs", Kind.PRIMITIVE_ARRAY, Sites::longs, l -> l.array(512, 8)),
          new Site("floats", Kind.PRIMITIVE_ARRAY, Sites::floats, l -> l.array(2_047, 4)),
          new Site("doubles", Kind.PRIMITIVE_ARRAY, Sites::doubles, l -> l.array(4_095, 8)),
          new Site("objects", Kind.OBJECT_ARRAY, Sites::objects, l -> l.array(99, 4)),
          new Site(
              "nested", Kind.NESTED_ARRAY, Sites::nested, l -> l.array(8, 4) + 8 * l.array(31, 4)),
          new Site("counter", Kind.JDK_OBJECT, Sites::counter, l -> l.object(8, 8)),
          new Site("boxed", Kind.JDK_OBJECT, Sites::boxed, l -> l.object(4, 4)),
          new Site("text", Kind.STRING, Sites::text, l -> l.object(10, 4) + l.array(12, 1)),
          new Site("page", Kind.LARGE, Sites::page, l -> l.array(64 << 10, 1)),
          new Site("chunk", Kind.LARGE, Sites::chunk, l -> l.array(256 << 10, 8)));

  private Sites() {}

  private static Object small(int i) {
    return new Small(i);
  }

  private static Object wide(int i) {
    return new Wide(i, i, i, i, i, i, i, i);
  }

  private static Object booleans(int i) {
    return new boolean[13];
  }

  private static Object bytes(int i) {
    return new byte[33];
  }

  private static Object chars(int i) {
    return new char[70];
  }

  private static Object shorts(int i) {
    return new short[301];
  }

  private static Object ints(int i) {
    return new int[255];
  }

  private static Object longs(int i) {
    return new long[512];
  }

  private static Object floats(int i) {
    return new float[2_047];
  }

  private static Object doubles(int i) {
    return new double[4_095];
  }

  private static Object objects(int i) {
    return new Object[99];
  }

  private static Object nested(int i) {
    return new int[8][31];
  }

  private static Object counter(int i) {
    return new AtomicLong(i);
  }

  /** Allocated inside the JDK, by {@code Integer.valueOf}. */
  private static Object boxed(int i) {
    return CONSTANT + i;
  }

  /** A string of twelve Latin-1 characters. */
  private static Object text(int i) {
    return "calls" + (CONSTANT + i);
  }

  private static Object page(int i) {
    return new byte[64 << 10];
  }

  private static Object chunk(int i) {
    return new long[256 << 10];
  }

  private record Small(int a) {}

  private record Wide(long a, long b, long c, long d, long e, long f, long g, long h) {}
}
