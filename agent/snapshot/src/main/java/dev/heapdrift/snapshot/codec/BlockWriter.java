package dev.heapdrift.snapshot.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** Writes the header, framed blocks, and the trailer that proves the file complete. */
final class BlockWriter {
  private final OutputStream out;
  private final ByteSink frame = new ByteSink();
  private long written;
  private int blocks;

  BlockWriter(OutputStream out) throws IOException {
    this.out = out;
    byte[] magic = SnapshotFormat.magic();
    frame.raw(magic, magic.length);
    frame.u16(SnapshotFormat.VERSION);
    emit(frame);
  }

  /** Writes the payload as a block and empties it. */
  void block(int id, ByteSink payload) throws IOException {
    if (payload.size() > SnapshotFormat.MAX_BLOCK_BYTES) {
      throw new IllegalArgumentException("block " + id + " has " + payload.size() + " bytes");
    }
    CRC32C checksum = new CRC32C();
    frame.clear();
    frame.u16(id);
    frame.u32(payload.size());
    checksum.update(frame.array(), 0, frame.size());
    emit(frame);
    checksum.update(payload.array(), 0, payload.size());
    emit(payload);
    frame.clear();
    frame.u32((int) checksum.getValue());
    emit(frame);
    payload.clear();
    blocks++;
  }

  void trailer() throws IOException {
    ByteSink payload = new ByteSink();
    payload.u16(SnapshotFormat.VERSION);
    payload.u32(blocks);
    payload.u64(written);
    block(SnapshotFormat.TRAILER, payload);
    out.flush();
  }

  private void emit(ByteSink bytes) throws IOException {
    out.write(bytes.array(), 0, bytes.size());
    written += bytes.size();
  }
}
