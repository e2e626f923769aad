package dev.heapdrift.snapshot.codec;

import java.nio.charset.StandardCharsets;

/**
 * Reads the file's primitive types from one block's payload, never beyond it, and says at which
 * byte of the file something is wrong.
 */
final class ByteSource {
  private final byte[] bytes;
  private final long offset;
  private final int end;
  private int at;

  /**
   * Reads all of an array.
   *
   * @param bytes the payload
   * @param offset where the array begins in the file
   */
  ByteSource(byte[] bytes, long offset) {
    this(bytes, offset, 0, bytes.length);
  }

  private ByteSource(byte[] bytes, long offset, int from, int end) {
    this.bytes = bytes;
    this.offset = offset;
    this.at = from;
    this.end = end;
  }

  int left() {
    return end - at;
  }

  SnapshotFormatException problem(String what) {
    return new SnapshotFormatException(what, offset + at);
  }

  int u8() throws SnapshotFormatException {
    if (at == end) {
      throw problem("a block ends in the middle of a value");
    }
    return bytes[at++] & 0xFF;
  }

  int u16() throws SnapshotFormatException {
    return u8() << 8 | u8();
  }

  long u32() throws SnapshotFormatException {
    return (long) u16() << 16 | u16();
  }

  long u64() throws SnapshotFormatException {
    return u32() << 32 | u32();
  }

  long varint() throws SnapshotFormatException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        if (shift == 63 && next > 1) {
          break;
        }
        return value;
      }
    }
    throw problem("a number has more than 64 bits");
  }

  long zigzag() throws SnapshotFormatException {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  int int32() throws SnapshotFormatException {
    long value = zigzag();
    if (value != (int) value) {
      throw problem("a number has more than 32 bits");
    }
    return (int) value;
  }

  double float64() throws SnapshotFormatException {
    return Double.longBitsToDouble(u64());
  }

  /** Reads a number of items that take at least one byte each, so that it bounds an allocation. */
  int count() throws SnapshotFormatException {
    return count(1);
  }

  /** The same of items that take at least so many bytes each. */
  int count(int bytesEach) throws SnapshotFormatException {
    long count = varint();
    if (count < 0 || count > left() / bytesEach) {
      throw problem("a count is larger than what is left of its block");
    }
    return (int) count;
  }

  /** Reads an index below a limit. */
  int index(int limit, String of) throws SnapshotFormatException {
    long index = varint();
    if (index < 0 || index >= limit) {
      throw problem("a reference to " + of + " that does not exist");
    }
    return (int) index;
  }

  <E extends Enum<E>> E constant(E[] values) throws SnapshotFormatException {
    return values[index(values.length, "a constant")];
  }

  /** Passes over the next bytes if they are just this text, in ASCII; else stays where it is. */
  boolean skipAscii(String text, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    at += length;
    return true;
  }

  String utf8(int length) {
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** Cuts off the next bytes as a source of their own. */
  ByteSource slice(int length) {
    ByteSource slice = new ByteSource(bytes, offset, at, at + length);
    at += length;
    return slice;
  }
}
