package dev.heapdrift.analyzer.finding;

import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A stack in which the container was seen growing.
 *
 * @param share its part of all growths seen, 0 to 1; null below {@value #MIN_SAMPLES} growths in
 *     all, where a share would pretend precision
 * @param samples growths seen with this stack
 * @param frames most recent frame first
 */
public record GrowthStack(Double share, long samples, List<Frame> frames) {

  /**
   * Growths or insertions, in all, from which shares are printed. With 20 the standard error of a
   * share is at most 0.11; the dozen resizes of a million entries say who was there, not who fills.
   */
  public static final long MIN_SAMPLES = 20;

  /** Copies the frames. */
  public GrowthStack {
    frames = List.copyOf(frames);
  }

  /**
   * Counted stacks, most frequent first.
   *
   * @param counts how often each was seen
   * @param limit how many at most
   */
  public static List<GrowthStack> ranked(Map<List<Frame>, Long> counts, int limit) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    List<GrowthStack> ranked = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<List<Frame>, Long>comparingByValue().reversed())
        .limit(limit)
        .forEach(
            entry -> {
              Double share = all < MIN_SAMPLES ? null : (double) entry.getValue() / all;
              ranked.add(new GrowthStack(share, entry.getValue(), entry.getKey()));
            });
    return List.copyOf(ranked);
  }
}
