package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.SurvivorDump;
import dev.heapdrift.analyzer.site.Windows.Window;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.SurvivorPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a run of which is known what survived it: for each period of sampling, the time up to
 * the last old collection before its last look. An object that no collection has tested may be
 * garbage, and one that was promoted young still may, until an old collection has passed.
 *
 * <p>Before JDK 24 a queue takes ever less of what is born once what lives has filled half of it.
 * Where there are several periods, none counts for longer than to that. A single one counts to its
 * end, and what it lacks there is missing; so does the last one when it is nearly all.
 *
 * @param windows when the survivors were born
 * @param watched the longest time for which one period's survivors were watched, as a part of all
 * @param heap what the old collections left, from the first window's begin on
 */
record Tested(Windows windows, double watched, HeapFloor heap) {
  /** Watched for so long a part, what lives is no cache's that turns over within it. */
  private static final double LONG_WATCHED = 0.8;

  /** Part of a period in which half of what lives was born when its queue took ever less later. */
  private static final double EARLY = 0.45;

  /** Shortest time in ms whose tenths mean anything: most caches turn over in less. */
  static final long MIN_MILLIS = 10_000;

  /**
   * What is known of one period, in ms of JVM uptime.
   *
   * @param from its begin
   * @param tested begin of the last old collection in it
   * @param took until when the queue took what was born, at most {@code tested}
   */
  private record Part(long from, long tested, long took) {
    private long watched() {
      return tested - from;
    }
  }

  /**
   * What is known of a run; empty when nothing has been tested, or not for long enough.
   *
   * @param dump its survivors
   * @param gcs its collections, by time
   */
  static Optional<Tested> of(SurvivorDump dump, List<GcFacts> gcs) {
    List<GcFacts> old = gcs.stream().filter(gc -> gc.generation() == Generation.OLD).toList();
    List<Part> parts = telling(parts(dump, old));
    if (parts.isEmpty() || length(parts) < MIN_MILLIS) {
      return Optional.empty();
    }
    long from = parts.get(0).from();
    long asked = dump.periods().get(dump.periods().size() - 1).askedMillis();
    long watched = parts.stream().mapToLong(Part::watched).max().orElseThrow();
    List<Window> windows =
        parts.stream().map(part -> new Window(part.from(), part.took())).toList();
    return Optional.of(
        new Tested(
            new Windows(windows, from + length(parts)),
            watched / (double) length(parts),
            new HeapFloor(during(old, from, asked))));
  }

  /** All of them, or the last one alone, to its end, where that is nearly all of the time. */
  private static List<Part> telling(List<Part> parts) {
    if (parts.isEmpty()) {
      return parts;
    }
    Part last = parts.get(parts.size() - 1);
    return last.watched() >= LONG_WATCHED * length(parts)
        ? List.of(new Part(last.from(), last.tested(), last.tested()))
        : parts;
  }

  /** From the first one's begin to the last one's end, in ms. */
  private static long length(List<Part> parts) {
    return parts.get(parts.size() - 1).tested() - parts.get(0).from();
  }

  /** What is tested of each period, where it is anything. */
  private static List<Part> parts(SurvivorDump dump, List<GcFacts> old) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < dump.periods().size(); i++) {
      SurvivorPeriod period = dump.periods().get(i);
      long tested = lastBegun(during(old, period.fromMillis(), period.askedMillis()));
      long took = Math.min(tested, tookUntil(period, dump.births(i)));
      if (took > period.fromMillis()) {
        parts.add(new Part(period.fromMillis(), tested, took));
      }
    }
    return parts;
  }

  /**
   * Whether births are those of a leak. What was not sampled evenly the heap must bear out.
   *
   * @param bytesPerMilli how fast they pile up; NaN when not known
   */
  boolean isLeak(Births births, double bytesPerMilli) {
    return births.even()
        ? isNoCache(bytesPerMilli)
        : births.allAlong() && heap.risesToTheEnd(bytesPerMilli);
  }

  /**
   * Whether what piles up at this rate is no cache's. Each period shows that for its own length
   * only; where that is short, the heap must bear it out to the end.
   *
   * @param bytesPerMilli NaN when not known
   */
  private boolean isNoCache(double bytesPerMilli) {
    return watched >= LONG_WATCHED || heap.risesToTheEnd(bytesPerMilli);
  }

  /**
   * When half of the queue was taken by what still lives; for ever when the half of that was not
   * born early, for then the queue went on taking what was new.
   */
  private static long tookUntil(SurvivorPeriod period, long[] births) {
    int half = period.room() / 2;
    if (births.length == 0 || births.length < half) {
      return Long.MAX_VALUE;
    }
    long lasted = period.askedMillis() - period.fromMillis();
    boolean early = births[births.length / 2] - period.fromMillis() < EARLY * lasted;
    return early ? births[Math.max(0, half - 1)] : Long.MAX_VALUE;
  }

  private static List<GcFacts> during(List<GcFacts> gcs, long from, long to) {
    return gcs.stream().filter(gc -> gc.uptimeMillis() >= from && gc.uptimeMillis() <= to).toList();
  }

  /** When the last of these began, in ms, or -1. */
  private static long lastBegun(List<GcFacts> gcs) {
    if (gcs.isEmpty()) {
      return -1;
    }
    GcFacts last = gcs.get(gcs.size() - 1);
    return last.uptimeMillis() - last.pauseNanos() / 1_000_000;
  }
}
