package dev.heapdrift.agent.registry;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds entries by the identity of their container: a chained hash table that holds no container.
 * Belongs to the agent's thread.
 */
final class EntryIndex {
  private Entry[] buckets = new Entry[256];
  private int entries;

  int size() {
    return entries;
  }

  /** The first entry of {@code container} that satisfies {@code wanted}, or null. */
  Entry find(Object container, Predicate<Entry> wanted) {
    int hash = System.identityHashCode(container);
    for (Entry e = buckets[bucket(hash)]; e != null; e = e.nextInBucket()) {
      if (e.identityHash() == hash && e.is(container) && wanted.test(e)) {
        return e;
      }
    }
    return null;
  }

  void add(Entry entry) {
    if (entries >= buckets.length) {
      rehash();
    }
    link(entry);
    entries++;
  }

  /** Takes an entry out; its identity hash must be the one it was added with. */
  void remove(Entry entry) {
    int bucket = bucket(entry.identityHash());
    Entry before = null;
    for (Entry e = buckets[bucket]; e != null; e = e.nextInBucket()) {
      if (e == entry) {
        if (before == null) {
          buckets[bucket] = e.nextInBucket();
        } else {
          before.nextInBucket(e.nextInBucket());
        }
        e.nextInBucket(null);
        entries--;
        return;
      }
      before = e;
    }
  }

  /** Hands over all entries; {@code each} must not change the table. */
  void forEach(Consumer<Entry> each) {
    slice(0, buckets.length, each);
  }

  /** Hands over the entries of some buckets, from {@link #buckets} in all. */
  void slice(int from, int to, Consumer<Entry> each) {
    for (int i = from; i < Math.min(to, buckets.length); i++) {
      for (Entry e = buckets[i]; e != null; e = e.nextInBucket()) {
        each.accept(e);
      }
    }
  }

  int buckets() {
    return buckets.length;
  }

  private void rehash() {
    Entry[] old = buckets;
    buckets = new Entry[2 * old.length];
    for (Entry chain : old) {
      for (Entry e = chain; e != null; ) {
        Entry next = e.nextInBucket();
        link(e);
        e = next;
      }
    }
  }

  private void link(Entry entry) {
    int bucket = bucket(entry.identityHash());
    entry.nextInBucket(buckets[bucket]);
    buckets[bucket] = entry;
  }

  private int bucket(int hash) {
    return (hash ^ (hash >>> 16)) & (buckets.length - 1);
  }
}
