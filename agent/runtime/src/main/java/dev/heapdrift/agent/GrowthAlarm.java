package dev.heapdrift.agent;

import dev.heapdrift.agent.control.Suspect;
import dev.heapdrift.agent.registry.ContainerRegistry;
import dev.heapdrift.agent.registry.Entry;
import dev.heapdrift.agent.registry.GrowthWatch;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when a collection has grown steadily for the time that {@code growth-trigger} gives: in a
 * snapshot, to those who listen by JMX, and to those who ask. Agent thread only.
 */
final class GrowthAlarm {
  /** Told at a time; the rest is in the snapshot. */
  private static final int MOST = 16;

  private final long afterMillis;
  private final ContainerRegistry registry;
  private final Pursuit pursuit;
  private final GrowthWatch watch;
  private List<Suspect> suspects = List.of();
  private List<Suspect> news = List.of();
  private long quietUntilMillis;

  /**
   * Begins to look.
   *
   * @param afterMillis time of steady growth in ms, or 0 never to tell
   */
  GrowthAlarm(long afterMillis, ContainerRegistry registry, Pursuit pursuit) {
    this.afterMillis = afterMillis;
    this.registry = registry;
    this.pursuit = pursuit;
    this.watch = new GrowthWatch(afterMillis);
  }

  /**
   * Looks at what grows.
   *
   * @return whether a snapshot is due: something new grows, and the last such snapshot is at least
   *     the same time ago
   */
  boolean look(Now now) {
    if (afterMillis == 0) {
      return false;
    }
    long since = now.uptimeMillis() - watch.patienceMillis();
    List<Entry> begun = watch.look(registry.growing(since), now);
    List<GrowthWatch.Steady> steady = watch.steady();
    suspects = steady.stream().limit(MOST).map(this::suspect).toList();
    if (begun.isEmpty()) {
      return false;
    }
    List<Suspect> told = new ArrayList<>(news);
    steady.stream()
        .filter(one -> begun.contains(one.entry()))
        .limit(Math.max(0, MOST - news.size()))
        .map(this::suspect)
        .forEach(told::add);
    news = told;
    boolean due = now.uptimeMillis() >= quietUntilMillis;
    quietUntilMillis = due ? now.uptimeMillis() + afterMillis : quietUntilMillis;
    return due;
  }

  /** What grows steadily, the fastest first. */
  List<Suspect> suspects() {
    return suspects;
  }

  /** What has begun to since the last call. */
  List<Suspect> takeNews() {
    List<Suspect> taken = news;
    news = List.of();
    return taken;
  }

  private Suspect suspect(GrowthWatch.Steady steady) {
    Entry entry = steady.entry();
    return new Suspect(
        entry.id(),
        steady.sinceMillis(),
        entry.series().sizeOrCapacity(),
        steady.entriesPerSecond(),
        entry.typeName(),
        entry.path() == null ? null : entry.path().facts().path(),
        site(entry));
  }

  /** The call that was counted most, else the application's frame of the most frequent growth. */
  private String site(Entry entry) {
    List<InsertionSite> counted = pursuit.counted(entry).insertions();
    if (!counted.isEmpty()) {
      return counted.get(0).site().print();
    }
    List<List<Frame>> stacks = registry.growthStacks(entry);
    Frame frame = stacks.isEmpty() ? null : AppFrames.site(stacks.get(0));
    return frame == null ? null : frame.print();
  }
}
