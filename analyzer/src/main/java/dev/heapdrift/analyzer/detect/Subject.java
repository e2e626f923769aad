package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;

/**
 * What is judged as one: a container, or all siblings that one field holds.
 *
 * @param members the containers alive at the end, largest first; at least one
 * @param points the sizes to be judged, by time: of the container, or the sum over the siblings
 */
record Subject(List<ContainerSeries> members, List<SizePoint> points) {

  /** One container. */
  static Subject of(ContainerSeries series) {
    return new Subject(List.of(series), series.points());
  }

  /** The facts of its largest member. */
  ContainerFacts facts() {
    return members.get(0).last();
  }

  /** Whether it stands for several containers. */
  boolean isGroup() {
    return members.size() > 1;
  }

  /** Entries at the end, of all members; -1 when none was ever read. */
  long size() {
    boolean read = members.stream().anyMatch(m -> m.size() >= 0);
    return read ? members.stream().mapToLong(m -> Math.max(0, m.size())).sum() : -1;
  }

  /** The field that holds it, or null. */
  String holder() {
    return facts().owner() == null ? null : facts().owner().holder();
  }
}
