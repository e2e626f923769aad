package dev.heapdrift.snapshot.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Reads the header and then block by block, each one checked before it is handed out. */
final class BlockReader {
  /** Larger than what a writer makes of all but its largest items. */
  private static final int USUAL_BYTES = 2 * SnapshotFormat.BLOCK_BYTES;

  private final InputStream in;
  private final CRC32C checksum = new CRC32C();
  private long at;
  private int blocks;

  BlockReader(InputStream in) {
    this.in = in;
  }

  /** A block whose checksum was right. */
  record Block(int id, ByteSource payload) {}

  void header() throws IOException {
    byte[] magic = SnapshotFormat.magic();
    byte[] header = in.readNBytes(SnapshotFormat.HEADER_BYTES);
    if (header.length == 0) {
      throw new SnapshotFormatException("the file is empty", 0);
    }
    int compared = Math.min(header.length, magic.length);
    if (!Arrays.equals(header, 0, compared, magic, 0, compared)) {
      throw new SnapshotFormatException("not a heapdrift snapshot", 0);
    }
    if (header.length < SnapshotFormat.HEADER_BYTES) {
      throw new SnapshotFormatException("the file ends inside its header", header.length);
    }
    int version = (header[8] & 0xFF) << 8 | (header[9] & 0xFF);
    if (version != SnapshotFormat.VERSION) {
      throw new SnapshotFormatException(
          "format version "
              + version
              + (version > SnapshotFormat.VERSION ? " is newer than " : " is not ")
              + SnapshotFormat.VERSION
              + ", which this heapdrift reads",
          magic.length);
    }
    at = header.length;
  }

  /** Returns the next block, or null after a trailer that agrees with what was read. */
  Block next() throws IOException {
    long start = at;
    ByteSource head = new ByteSource(take(6, "the head of a block"), start);
    int id = head.u16();
    long length = head.u32();
    if (length > SnapshotFormat.MAX_BLOCK_BYTES) {
      throw new SnapshotFormatException("a block claims " + length + " bytes", start + 2);
    }
    long payloadStart = at;
    byte[] payload = take((int) length, "block " + id);
    long expected = checksum.getValue();
    long found = new ByteSource(take(4, "a checksum"), at - 4).u32();
    if (expected != found) {
      throw new SnapshotFormatException("block " + id + " is damaged (checksum)", start);
    }
    checksum.reset();
    ByteSource source = new ByteSource(payload, payloadStart);
    if (id != SnapshotFormat.TRAILER) {
      blocks++;
      return new Block(id, source);
    }
    end(source, start);
    return null;
  }

  private void end(ByteSource trailer, long start) throws IOException {
    boolean agrees =
        trailer.u16() == SnapshotFormat.VERSION
            && trailer.u32() == blocks
            && trailer.u64() == start;
    if (!agrees) {
      throw new SnapshotFormatException("the trailer disagrees with what precedes it", start);
    }
    if (in.read() >= 0) {
      throw new SnapshotFormatException("data after the trailer", at);
    }
  }

  // A usual block is read where it will stay. Of a longer one nothing is allocated before it has
  // arrived: its length may be a hostile claim.
  private byte[] take(int length, String what) throws IOException {
    byte[] bytes = length <= USUAL_BYTES ? new byte[length] : in.readNBytes(length);
    int read = length <= USUAL_BYTES ? in.readNBytes(bytes, 0, length) : bytes.length;
    at += read;
    if (read < length) {
      throw new SnapshotFormatException("the file is truncated in " + what, at);
    }
    checksum.update(bytes, 0, length);
    return bytes;
  }
}
