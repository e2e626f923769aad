package dev.heapdrift.agent.alloc;

import java.util.ArrayList;
import java.util.List;

/**
 * Live objects that were made at about the same time. Agent thread only.
 *
 * <p>Objects have no room for their time of birth: it is their generation's. Generations are merged
 * as they age, so that there are few and the error stays a fraction of the age.
 */
final class Generation {

  /** References in a block: 16 kB. */
  private static final int BLOCK = 4096;

  private final List<TracedRef[]> blocks = new ArrayList<>();
  private int size;
  private long firstMillis;
  private long lastMillis;
  private long firstEpoch;
  private long lastEpoch;
  private long sweptEpoch;

  /** Of objects made between two collections, both counted from the start of the JVM. */
  Generation(long millis, long firstEpoch, long epoch) {
    firstMillis = millis;
    lastMillis = millis;
    this.firstEpoch = firstEpoch;
    lastEpoch = epoch;
    sweptEpoch = epoch;
  }

  /** What to do with a reference when all are looked at. */
  interface Visitor {
    /** Returns whether the reference is kept. */
    boolean keep(TracedRef ref);
  }

  /** Adds an object that was made at {@code millis} or shortly before. */
  void add(TracedRef ref, long millis, long epoch) {
    if (size == blocks.size() * BLOCK) {
      blocks.add(new TracedRef[BLOCK]);
    }
    blocks.get(size / BLOCK)[size % BLOCK] = ref;
    size++;
    lastMillis = millis;
    lastEpoch = epoch;
  }

  /** Looks at all and closes the gaps that are left. */
  void visit(Visitor visitor) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      TracedRef[] block = blocks.get(i / BLOCK);
      TracedRef ref = block[i % BLOCK];
      if (visitor.keep(ref)) {
        if (kept != i) {
          blocks.get(kept / BLOCK)[kept % BLOCK] = ref;
        }
        kept++;
      }
    }
    shrink(kept);
  }

  private void shrink(int kept) {
    int needed = (kept + BLOCK - 1) / BLOCK;
    blocks.subList(needed, blocks.size()).clear();
    if (needed > 0) {
      TracedRef[] last = blocks.get(needed - 1);
      for (int i = kept - (needed - 1) * BLOCK; i < BLOCK && last[i] != null; i++) {
        last[i] = null;
      }
    }
    size = kept;
  }

  /** Takes over what a younger generation has; one that has nothing makes none younger. */
  void absorb(Generation younger) {
    if (younger.size == 0) {
      return;
    }
    long swept = Math.min(sweptEpoch, younger.sweptEpoch);
    long millis = younger.lastMillis;
    long epoch = younger.lastEpoch;
    younger.visit(
        ref -> {
          add(ref, millis, epoch);
          return false;
        });
    lastMillis = millis;
    lastEpoch = epoch;
    sweptEpoch = swept;
  }

  int size() {
    return size;
  }

  long firstMillis() {
    return firstMillis;
  }

  long lastMillis() {
    return lastMillis;
  }

  /** Collections since the youngest was made; 0: none has tested it yet. */
  long age(long epoch) {
    return epoch - lastEpoch;
  }

  /** Collections since the oldest may have been made. */
  long oldestAge(long epoch) {
    return epoch - firstEpoch;
  }

  /** Whether this and the next younger one are old enough to be one. */
  boolean mergesWith(Generation younger, long nowMillis, long epoch) {
    long span = younger.lastMillis - firstMillis;
    long epochs = younger.lastEpoch - firstEpoch;
    return (span <= (nowMillis - younger.lastMillis) / 4 && epochs <= younger.age(epoch) / 2)
        || size == 0
        || younger.size == 0;
  }

  /** Whether dead ones may be found: rarely in old generations, where objects die rarely. */
  boolean dueForSweep(long epoch) {
    return sweptEpoch < epoch && epoch - sweptEpoch >= age(epoch) / 4;
  }

  /** Whether a collection has run since the last sweep. */
  boolean unswept(long epoch) {
    return sweptEpoch < epoch;
  }

  void swept(long epoch) {
    sweptEpoch = epoch;
  }
}
