package dev.heapdrift.agent.heap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The recorded fields of one loader's classes in three arrays: some 130 bytes a class.
 *
 * <p>An open-addressed table from the 64-bit hash of a class's name to a position in one byte
 * array, where the fields lie one after the other: count, then for each its type's number (shifted,
 * with the static flag in the lowest bit), the length of its name, and the name. Two names of one
 * loader that share a 64-bit hash are not expected in the life of this program.
 *
 * <p>Guarded by its own monitor, which no other code knows.
 */
final class NamePool {
  /** A position that stands for "two definitions disagreed": such a class is never read. */
  private static final int AMBIGUOUS = -1;

  private long[] hashes = new long[4];
  private int[] positions = new int[4];
  private int classes;
  private byte[] bytes = new byte[64];
  private int end = 1; // position 0 means "no class here"

  /** A field as it was written in the class file. */
  record Named(String name, int type, boolean isStatic) {}

  /**
   * Remembers the fields of a class.
   *
   * @return bytes of memory that this took
   */
  synchronized int put(String className, List<Named> fields) {
    long hash = hash(className);
    int slot = slot(hash);
    byte[] encoded = encode(fields);
    if (positions[slot] != 0) {
      if (positions[slot] != AMBIGUOUS && !startsWith(encoded, positions[slot])) {
        positions[slot] = AMBIGUOUS;
      }
      return 0;
    }
    int before = footprint();
    if (end + encoded.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end + encoded.length, bytes.length * 3 / 2));
    }
    System.arraycopy(encoded, 0, bytes, end, encoded.length);
    hashes[slot] = hash;
    positions[slot] = end;
    end += encoded.length;
    if (++classes * 4 > hashes.length * 3) {
      rehash();
    }
    return footprint() - before;
  }

  /** The fields of a class, or null when it was not recorded or is ambiguous. */
  synchronized List<Named> get(String className) {
    int position = positions[slot(hash(className))];
    return position <= 0 ? null : new Cursor(position).fields();
  }

  synchronized int footprint() {
    return hashes.length * 12 + bytes.length;
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (positions[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    long[] oldHashes = hashes;
    int[] oldPositions = positions;
    hashes = new long[oldHashes.length * 2];
    positions = new int[hashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldPositions[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        positions[slot] = oldPositions[i];
      }
    }
  }

  private boolean startsWith(byte[] encoded, int position) {
    return position + encoded.length <= end
        && Arrays.equals(bytes, position, position + encoded.length, encoded, 0, encoded.length);
  }

  /** FNV-1a over the name with dots, so that internal and binary names agree. */
  private static long hash(String className) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < className.length(); i++) {
      char c = className.charAt(i);
      hash = (hash ^ (c == '/' ? '.' : c)) * 0x100000001b3L;
    }
    return hash;
  }

  private static byte[] encode(List<Named> fields) {
    byte[][] names = new byte[fields.size()][];
    int room = 5;
    for (int i = 0; i < names.length; i++) {
      names[i] = fields.get(i).name().getBytes(StandardCharsets.UTF_8);
      room += names[i].length + 10;
    }
    byte[] out = new byte[room];
    int at = putInt(out, 0, names.length);
    for (int i = 0; i < names.length; i++) {
      Named field = fields.get(i);
      at = putInt(out, at, (field.type() << 1) | (field.isStatic() ? 1 : 0));
      at = putInt(out, at, names[i].length);
      System.arraycopy(names[i], 0, out, at, names[i].length);
      at += names[i].length;
    }
    return Arrays.copyOf(out, at);
  }

  private static int putInt(byte[] out, int at, int value) {
    int rest = value;
    int next = at;
    while (rest > 0x7f) {
      out[next++] = (byte) ((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out[next++] = (byte) rest;
    return next;
  }

  /** Reads what {@link #encode} wrote. */
  private final class Cursor {
    private int at;

    Cursor(int at) {
      this.at = at;
    }

    List<Named> fields() {
      int count = next();
      List<Named> fields = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        int type = next();
        int length = next();
        fields.add(
            new Named(
                new String(bytes, at, length, StandardCharsets.UTF_8),
                type >>> 1,
                (type & 1) != 0));
        at += length;
      }
      return fields;
    }

    private int next() {
      int value = 0;
      int shift = 0;
      byte b;
      do {
        b = bytes[at++];
        value |= (b & 0x7f) << shift;
        shift += 7;
      } while (b < 0);
      return value;
    }
  }
}
