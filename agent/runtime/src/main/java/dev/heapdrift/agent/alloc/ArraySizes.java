package dev.heapdrift.agent.alloc;

import dev.heapdrift.hooks.Allocations.Recorder;
import java.lang.instrument.Instrumentation;

/**
 * Sizes of arrays by length, as this JVM lays them out: word size, compressed references, compact
 * headers and alignment are measured, not assumed.
 */
final class ArraySizes {

  /** Long enough to see the size of an element past the alignment. */
  private static final int LONG_ARRAY = 1024;

  private final int[] base = new int[Recorder.KINDS];
  private final int[] shift = new int[Recorder.KINDS];
  private final long alignment;

  private ArraySizes(long alignment) {
    this.alignment = alignment;
  }

  /** Measures a few arrays of every kind. */
  static ArraySizes measure(Instrumentation jvm) {
    ArraySizes sizes = new ArraySizes(alignment(jvm));
    for (int kind = 0; kind < Recorder.KINDS; kind++) {
      long empty = jvm.getObjectSize(make(kind, 0));
      long difference = jvm.getObjectSize(make(kind, LONG_ARRAY)) - empty;
      int shift = 63 - Long.numberOfLeadingZeros((difference + LONG_ARRAY / 2) / LONG_ARRAY);
      int length = 0;
      while (jvm.getObjectSize(make(kind, length + 1)) == empty) {
        length++;
      }
      sizes.shift[kind] = shift;
      sizes.base[kind] = (int) (empty - ((long) length << shift));
    }
    return sizes;
  }

  /** Bytes of an array, aligned. */
  long of(int kind, int length) {
    return (base[kind] + ((long) length << shift[kind]) + alignment - 1) & -alignment;
  }

  /** What the sizes of all objects are multiples of. */
  long alignment() {
    return alignment;
  }

  /** By how much the size of an array of bytes jumps. */
  private static long alignment(Instrumentation jvm) {
    long small = jvm.getObjectSize(new byte[0]);
    for (int length = 1; ; length++) {
      long size = jvm.getObjectSize(new byte[length]);
      if (size != small) {
        return size - small;
      }
    }
  }

  private static Object make(int kind, int length) {
    return switch (kind) {
      case Recorder.BOOLEAN -> new boolean[length];
      case Recorder.BYTE -> new byte[length];
      case Recorder.CHAR -> new char[length];
      case Recorder.SHORT -> new short[length];
      case Recorder.INT -> new int[length];
      case Recorder.LONG -> new long[length];
      case Recorder.FLOAT -> new float[length];
      case Recorder.DOUBLE -> new double[length];
      default -> new Object[length];
    };
  }
}
