package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where entries come in.
 *
 * @param insertion first frame outside the JDK, by counted insertions where there are {@value
 *     GrowthStack#MIN_SAMPLES} of them, else by growths; null when no stack leaves the JDK
 * @param application first frame of the application, or null when that is the insertion site
 * @param callers the frames from the insertion site on, in the stack it was seen in most often
 * @param called what the insertion site calls in that stack, or null where it shows none
 * @param stacks the most frequent growth stacks
 * @param insertions insertions counted by the zoom, or null when it never was on
 */
record Sites(
    Frame insertion,
    Frame application,
    List<Frame> callers,
    Frame called,
    List<GrowthStack> stacks,
    Long insertions) {

  /** Growth stacks kept for the report. */
  private static final int MAX_STACKS = 5;

  static Sites of(List<ContainerSeries> members, List<NamePattern> include) {
    Map<List<Frame>, Long> growths = growths(members);
    Map<Frame, Long> counted = insertions(members);
    long zoomed = sum(counted);
    Frame insertion =
        zoomed >= GrowthStack.MIN_SAMPLES && !counted.isEmpty()
            ? mostFrequent(counted)
            : mostFrequent(byInserter(growths));
    List<Frame> through = through(growths, insertion);
    int at = indexOf(through, insertion);
    List<Frame> callers = at < 0 ? through : through.subList(at, through.size());
    Frame application = Library.application(callers, include);
    return new Sites(
        insertion,
        application == null || application.equals(insertion) ? null : application,
        callers,
        at < 1 ? null : through.get(at - 1),
        GrowthStack.ranked(growths, MAX_STACKS),
        zoomed == 0 ? null : zoomed);
  }

  /** The method that most growths of a container came through; empty when none is known. */
  static String firstInserter(ContainerSeries series) {
    Frame frame = mostFrequent(byInserter(growths(List.of(series))));
    return frame == null ? "" : frame.method();
  }

  /** Growths noticed of the containers, by stack. */
  static Map<List<Frame>, Long> growths(List<ContainerSeries> members) {
    Map<List<Frame>, Long> growths = new LinkedHashMap<>();
    for (ContainerSeries member : members) {
      for (GrowthSite site : member.last().growthSites()) {
        growths.merge(member.stacks().get(site.stack()), site.growths(), Long::sum);
      }
    }
    return growths;
  }

  private static Map<Frame, Long> insertions(List<ContainerSeries> members) {
    Map<Frame, Long> counted = new LinkedHashMap<>();
    for (ContainerSeries member : members) {
      for (InsertionSite site : member.last().insertions()) {
        if (AppFrames.isApplication(site.site().className())) {
          counted.merge(site.site(), site.count(), Long::sum);
        }
      }
    }
    return counted;
  }

  private static Map<Frame, Long> byInserter(Map<List<Frame>, Long> growths) {
    Map<Frame, Long> inserters = new LinkedHashMap<>();
    growths.forEach(
        (stack, count) ->
            AppFrames.first(stack).ifPresent(frame -> inserters.merge(frame, count, Long::sum)));
    return inserters;
  }

  /** The most frequent stack through the insertion site's method. */
  private static List<Frame> through(Map<List<Frame>, Long> growths, Frame insertion) {
    if (insertion == null) {
      return List.of();
    }
    List<Frame> best = List.of(insertion);
    long most = 0;
    for (Map.Entry<List<Frame>, Long> entry : growths.entrySet()) {
      List<Frame> stack = entry.getKey();
      if (indexOf(stack, insertion) >= 0 && entry.getValue() > most) {
        most = entry.getValue();
        best = stack;
      }
    }
    return best;
  }

  private static int indexOf(List<Frame> stack, Frame insertion) {
    for (int i = 0; i < stack.size() && insertion != null; i++) {
      if (stack.get(i).method().equals(insertion.method())) {
        return i;
      }
    }
    return -1;
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The frame that was seen most often, null of none; of several the first by name. */
  static Frame mostFrequent(Map<Frame, Long> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Frame, Long>comparingByValue()
                .thenComparing(e -> e.getKey().print(), Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
