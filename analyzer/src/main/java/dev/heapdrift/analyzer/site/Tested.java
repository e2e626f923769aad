package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SurvivorDump;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.Survivor;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The part of a run of which is known what survived it. An object that no collection has tested may
 * be garbage, and one that was promoted young still may, until an old collection has passed.
 *
 * @param from JVM uptime in ms from which on survivors were sampled
 * @param to begin of the last old collection before the dump, in ms
 * @param heapRises whether the heap, after old collections, holds more at the end than at the
 *     beginning; true when there were too few of them to tell
 */
record Tested(long from, long to, boolean heapRises) {
  /** Shortest time in ms whose tenths mean anything: most caches turn over in less. */
  static final long MIN_MILLIS = 10_000;

  /** The recorder is started a second after the agent, and takes the longest of its steps. */
  private static final long START_MILLIS = 1_000;

  /**
   * What comes later after the agent's start is not its first look, which it gives early; in ms.
   */
  private static final long FIRST_LOOK_MILLIS = 15_000;

  private static final String RECORDER = "survivors";

  /** Fewest old collections that tell how the heap has moved. */
  static final int MIN_COLLECTIONS = 3;

  static Tested of(Run run) {
    long from = recorderBegan(run);
    long dumped = run.survivors().uptimeMillis();
    List<GcFacts> old =
        run.gcs().stream()
            .filter(gc -> gc.generation() == Generation.OLD)
            .filter(gc -> gc.uptimeMillis() >= from && gc.uptimeMillis() <= dumped)
            .toList();
    if (old.isEmpty()) {
      return new Tested(from, from, false);
    }
    GcFacts last = old.get(old.size() - 1);
    long begin = last.uptimeMillis() - last.pauseNanos() / 1_000_000;
    return new Tested(from, begin, rises(old));
  }

  /**
   * When the recorder began: where others want the processors too, seconds after it was told to.
   * The first look comes soon after, and knows the oldest object that was sampled. Counted as a
   * part of the observation, the time before would make a leak's births look late.
   */
  private static long recorderBegan(Run run) {
    long started = run.oldest().agent().startedMillis();
    long told = started + START_MILLIS + startCostMillis(run);
    SurvivorDump first = run.firstLook();
    if (first.uptimeMillis() - started > FIRST_LOOK_MILLIS) {
      return told;
    }
    LongStream births = first.survivors().stream().mapToLong(Survivor::allocatedMillis);
    return Math.max(told, births.min().orElse(told));
  }

  private static long startCostMillis(Run run) {
    return run.newest().costs().stream()
        .filter(cost -> cost.activity().equals(RECORDER))
        .mapToLong(cost -> cost.maxNanos() / 1_000_000)
        .max()
        .orElse(0);
  }

  /** Whether it is long enough to judge survivors by. */
  boolean suffices() {
    return to - from >= MIN_MILLIS;
  }

  /** The least that each third of the collections left: what lives long, without the swings. */
  private static boolean rises(List<GcFacts> old) {
    if (old.size() < MIN_COLLECTIONS) {
      return true;
    }
    int third = old.size() / 3;
    return least(old.subList(0, third)) < least(old.subList(old.size() - third, old.size()));
  }

  private static long least(List<GcFacts> gcs) {
    return gcs.stream().mapToLong(GcFacts::heapAfterBytes).min().orElseThrow();
  }
}
