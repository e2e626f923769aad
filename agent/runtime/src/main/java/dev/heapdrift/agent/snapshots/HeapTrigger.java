package dev.heapdrift.agent.snapshots;

/**
 * Tells when a snapshot is due because the heap fills up: when what a collection leaves passes a
 * share of the limit, and again each time that the room above it has halved, so that a look from
 * shortly before an {@link OutOfMemoryError} is there. No part of the JVM tells of such an error
 * before it is thrown. Belongs to the agent's thread.
 */
public final class HeapTrigger {
  /** With so many percent of the limit below the share, the heap counts as recovered. */
  private static final int RECOVERED = 5;

  /** Thresholds that can be passed before that; at the last, 1/16 of the room is left. */
  private static final int THRESHOLDS = 5;

  private final boolean on;
  private final long limitBytes;
  private final long firstRoom;
  private long nextRoom;
  private int passed;

  /**
   * Begins to look.
   *
   * @param percent the share, in percent of the limit; 0 never fires
   * @param limitBytes largest heap
   */
  public HeapTrigger(int percent, long limitBytes) {
    this.on = percent > 0;
    this.limitBytes = limitBytes;
    this.firstRoom = limitBytes / 100 * (100 - percent);
    this.nextRoom = firstRoom;
  }

  /**
   * Whether a snapshot is due.
   *
   * @param heldBytes heap that the last telling collection left, or -1 before the first
   */
  public boolean fires(long heldBytes) {
    long room = limitBytes - heldBytes;
    if (room > firstRoom + limitBytes / 100 * RECOVERED) {
      nextRoom = firstRoom;
      passed = 0;
    }
    if (!on || heldBytes < 0 || room > nextRoom || passed == THRESHOLDS) {
      return false;
    }
    for (; room <= nextRoom && passed < THRESHOLDS; passed++) {
      nextRoom /= 2;
    }
    return true;
  }
}
