package dev.heapdrift.agent.zoom;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last {@value #MEMORY} entries. */
final class LastOnes<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private static final int MEMORY = 256;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MEMORY;
  }
}
