package dev.heapdrift.snapshot.codec;

import java.io.IOException;

/** Says in one line what is wrong with a snapshot file, and at which byte. */
public final class SnapshotFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * Creates the exception.
   *
   * @param problem what is wrong, without the offset
   * @param offset byte in the file where it shows
   */
  public SnapshotFormatException(String problem, long offset) {
    super(problem + " at byte " + offset);
    this.offset = offset;
  }

  /** Byte in the file where the damage shows. */
  public long offset() {
    return offset;
  }
}
