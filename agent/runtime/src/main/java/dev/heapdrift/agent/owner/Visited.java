package dev.heapdrift.agent.owner;

/**
 * Which objects a walk has seen: a Bloom filter over identity hash codes, at most 4 MB.
 *
 * <p>Lossy in the harmless direction: no object is ever looked into twice, so every walk ends, and
 * a few are passed over though unseen (1 in 1,500 after a million objects, 1 in 20 after five
 * million). Which ones differs from walk to walk by the seed, and breadth-first order fills it with
 * what is near to the roots first. In chunks, because G1 allocates large arrays outside its young
 * generation.
 */
final class Visited {
  private static final int CHUNKS = 128;
  private static final int CHUNK_LONGS = 4096;
  private static final int CHUNK_SHIFT = 18; // 4096 longs of 64 bits

  private final long[][] chunks = new long[CHUNKS][];
  private final int seed;

  Visited(int seed) {
    this.seed = seed | 1;
  }

  /** Adds an object; false when it was added before, or seems so. */
  boolean add(Object object) {
    long mixed = (System.identityHashCode(object) ^ (long) seed) * 0x9e3779b97f4a7c15L;
    mixed ^= mixed >>> 29;
    mixed *= 0xbf58476d1ce4e5b9L;
    boolean fresh = set((int) mixed);
    fresh |= set((int) (mixed >>> 20));
    fresh |= set((int) (mixed >>> 38));
    return fresh;
  }

  private boolean set(int hash) {
    int bit = hash & (CHUNKS * CHUNK_LONGS * 64 - 1);
    long[] chunk = chunks[bit >>> CHUNK_SHIFT];
    if (chunk == null) {
      chunk = new long[CHUNK_LONGS];
      chunks[bit >>> CHUNK_SHIFT] = chunk;
    }
    int at = (bit >>> 6) & (CHUNK_LONGS - 1);
    long mask = 1L << (bit & 63);
    boolean fresh = (chunk[at] & mask) == 0;
    chunk[at] |= mask;
    return fresh;
  }
}
