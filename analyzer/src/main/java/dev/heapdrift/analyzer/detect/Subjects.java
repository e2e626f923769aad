package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SiblingSeries;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.ArrayList;
import java.util.List;

/** Picks what has grown enough to be judged; a run may hold tens of thousands of containers. */
final class Subjects {
  /** Growths noticed of a container whose sizes say nothing; one growth is a constructor's. */
  static final long MIN_GROWTHS = 2;

  /** Entries between the smallest and the largest size read; below, it is noise. */
  static final long MIN_RANGE = 64;

  /**
   * Age in ms below which a container is passed over in a run that lasts longer: the lists of a
   * request, alive by chance when the last snapshot was taken.
   */
  static final long MIN_AGE_MILLIS = 5_000;

  private Subjects() {}

  static List<Subject> of(Run run) {
    long end = run.newest().capture().uptimeMillis();
    List<Subject> subjects = new ArrayList<>();
    for (ContainerSeries series : run.series()) {
      if (series.inLastSnapshot() && isOldEnough(series, end) && hasGrown(series)) {
        subjects.add(Subject.of(Makers.located(series, run)));
      }
    }
    for (SiblingSeries group : run.siblings()) {
      if (group.members().size() > 1 && range(group.points()) >= MIN_RANGE) {
        subjects.add(new Subject(group.members(), group.points()));
      }
    }
    return List.copyOf(subjects);
  }

  private static boolean isOldEnough(ContainerSeries series, long end) {
    return end - series.last().noticedMillis() >= MIN_AGE_MILLIS;
  }

  private static boolean hasGrown(ContainerSeries series) {
    ContainerFacts facts = series.last();
    return range(series.points()) >= MIN_RANGE
        || (series.points().size() < 2 && facts.growths() >= MIN_GROWTHS);
  }

  private static long range(List<SizePoint> points) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (SizePoint point : points) {
      min = Math.min(min, point.size());
      max = Math.max(max, point.size());
    }
    return points.isEmpty() ? 0 : max - min;
  }
}
