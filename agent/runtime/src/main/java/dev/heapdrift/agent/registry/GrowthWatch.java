package dev.heapdrift.agent.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Which of the containers that grow have done so steadily for a given time: what is worth telling
 * before anybody looks. Follows {@value #MOST} at a time, the largest. Belongs to the agent's
 * thread.
 */
public final class GrowthWatch {
  private static final int MOST = 256;

  private final long windowMillis;
  private final Map<Entry, SteadyGrowth> followed = new HashMap<>();

  /**
   * A container that grows steadily.
   *
   * @param entry the container
   * @param sinceMillis JVM uptime in ms since when it does
   * @param entriesPerSecond how fast
   */
  public record Steady(Entry entry, long sinceMillis, double entriesPerSecond) {}

  /**
   * Begins with none.
   *
   * @param afterMillis time of steady growth that makes a suspicion, in ms
   */
  public GrowthWatch(long afterMillis) {
    this.windowMillis = Math.max(1, afterMillis / SteadyGrowth.WINDOWS);
  }

  /** For how long a container that has not grown is followed, in ms. */
  public long patienceMillis() {
    return SteadyGrowth.WINDOWS * windowMillis;
  }

  /**
   * Looks at their sizes as they were last read; to be called a few times in a window.
   *
   * @param growing what has grown within {@link #patienceMillis}, the largest first
   * @return those whose steady growth has lasted long enough now, and had not before
   */
  public List<Entry> look(List<Entry> growing, Now now) {
    List<Entry> largest = growing.subList(0, Math.min(MOST, growing.size()));
    followed.keySet().retainAll(new HashSet<>(largest));
    List<Entry> begun = new ArrayList<>();
    for (Entry entry : largest) {
      long size = entry.series().sizeOrCapacity();
      SteadyGrowth known = followed.get(entry);
      if (known == null) {
        followed.put(entry, new SteadyGrowth(windowMillis, now.uptimeMillis(), size));
      } else if (known.begins(now.uptimeMillis(), size)) {
        begun.add(entry);
      }
    }
    return begun;
  }

  /** Those that grow steadily now, the fastest first. */
  public List<Steady> steady() {
    List<Steady> steady = new ArrayList<>();
    followed.forEach(
        (entry, growth) -> {
          if (growth.suspected()) {
            steady.add(new Steady(entry, growth.sinceMillis(), growth.entriesPerSecond()));
          }
        });
    steady.sort((a, b) -> Double.compare(b.entriesPerSecond(), a.entriesPerSecond()));
    return steady;
  }
}
