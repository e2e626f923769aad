package dev.heapdrift.snapshot.codec;

import java.util.Arrays;

/** A growing buffer that writes the file's primitive types; its counterpart is ByteSource. */
final class ByteSink {
  private byte[] bytes = new byte[1024];
  private int size;

  int size() {
    return size;
  }

  byte[] array() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  void u8(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  void u16(int value) {
    u8(value >>> 8);
    u8(value);
  }

  void u32(int value) {
    u16(value >>> 16);
    u16(value);
  }

  void u64(long value) {
    u32((int) (value >>> 32));
    u32((int) value);
  }

  /** Seven bits a byte, lowest first, the top bit set on all but the last; read as unsigned. */
  void varint(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Small for small numbers of either sign: 0, -1, 1, -2 become 0, 1, 2, 3. */
  void zigzag(long value) {
    varint((value << 1) ^ (value >> 63));
  }

  void float64(double value) {
    u64(Double.doubleToLongBits(value));
  }

  @SuppressWarnings("EnumOrdinal") // the model says that the order is part of the format
  void constant(Enum<?> value) {
    varint(value.ordinal());
  }

  void raw(byte[] source, int length) {
    ensure(length);
    System.arraycopy(source, 0, bytes, size, length);
    size += length;
  }

  void raw(ByteSink source) {
    raw(source.bytes, source.size);
  }

  private void ensure(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }
}
