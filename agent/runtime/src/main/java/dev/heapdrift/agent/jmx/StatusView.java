package dev.heapdrift.agent.jmx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the agent is doing, as JMX shows it: read from the text that it tells other processes too. No
 * record: JDK 17 does not map these. Immutable.
 */
public final class StatusView {
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Long> drops = new TreeMap<>();
  private final Map<String, Long> costMillis = new TreeMap<>();
  private final List<GrowthView> growing = new ArrayList<>();
  private final List<String> notSeen = new ArrayList<>();

  /**
   * Reads the text.
   *
   * @param text a key, a tab and a value a line
   */
  StatusView(String text) {
    for (String line : text.split("\n", -1)) {
      String[] parts = line.split("\t", -1);
      switch (parts[0]) {
        case "drop" -> drops.put(parts[1], Long.valueOf(parts[2]));
        case "cost" -> costMillis.put(parts[1], Long.parseLong(parts[3]) / 1_000_000);
        case "growing" -> growing.add(new GrowthView(parts));
        case "notSeen" -> notSeen.add(line.substring(parts[0].length() + 1));
        case "" -> {}
        default -> values.put(parts[0], parts[1]);
      }
    }
  }

  /** The level in force. */
  public String getLevel() {
    return values.get("level");
  }

  /** Why and since when it is not the one that was asked for at first, or null. */
  public String getReason() {
    return values.get("reason");
  }

  /** Version of the agent. */
  public String getVersion() {
    return values.get("version");
  }

  /** Folder of the snapshot files. */
  public String getSnapshotFolder() {
    return values.get("snapshots");
  }

  /** Number of the newest snapshot; -1 where that is not known. */
  public long getNewestSnapshot() {
    return number("written");
  }

  /** CPU time of the agent's thread in ms. */
  public long getCpuMillis() {
    return number("cpuNanos") / 1_000_000;
  }

  /** Heap that the agent holds in bytes, about; -1 while it rests. */
  public long getMemoryBytes() {
    return number("memoryBytes");
  }

  /** Collections followed. */
  public long getContainers() {
    return number("containers");
  }

  /** Threads, class loaders, buffers and things to be closed that are followed. */
  public long getInstances() {
    return number("instances");
  }

  /** Heap in use after the last collection in bytes; -1 before the first. */
  public long getHeapAfterGcBytes() {
    return number("heapAfterGcBytes");
  }

  /** Collections that grow steadily, the fastest first. */
  public List<GrowthView> getGrowing() {
    return growing;
  }

  /** Wall time by activity in ms. */
  public Map<String, Long> getCostMillis() {
    return costMillis;
  }

  /** What was given up for want of room, by the option that raises the bound. */
  public Map<String, Long> getDrops() {
    return drops;
  }

  /** What cannot be observed, one sentence each. */
  public List<String> getNotSeen() {
    return notSeen;
  }

  private long number(String key) {
    return Long.parseLong(values.getOrDefault(key, "-1"));
  }
}
