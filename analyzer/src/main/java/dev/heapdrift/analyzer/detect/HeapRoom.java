package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SnapshotHead;

/**
 * What a leak can still fill.
 *
 * @param bytes the heap's limit less what was in use after the last collection; -1 when no
 *     collection was seen or the heap has no limit
 */
record HeapRoom(long bytes) {

  static HeapRoom of(Run run) {
    SnapshotHead newest = run.newest();
    long used = newest.capture().heapAfterGcBytes();
    long max = newest.jvm().maxHeapBytes();
    return new HeapRoom(used < 0 || max <= 0 || max == Long.MAX_VALUE ? -1 : max - used);
  }
}
