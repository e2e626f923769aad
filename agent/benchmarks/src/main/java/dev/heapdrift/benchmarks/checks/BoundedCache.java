package dev.heapdrift.benchmarks.checks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the latest entries. */
final class BoundedCache<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  BoundedCache(int most) {
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
