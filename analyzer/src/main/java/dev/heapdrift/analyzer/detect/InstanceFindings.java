package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.site.SiteSuspect;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Findings of what should end. A container without bound that holds it is the cause: then there is
 * one finding, of the container and of this kind. Of several kinds that one line makes together,
 * the one that brings the others with it is the finding.
 */
final class InstanceFindings {
  /**
   * Who brings whom: a loader opens its archives, a thread has its buffers, a channel too, and all
   * of them may be cleaned up after. The order does not say that a finding is worse.
   */
  private static final List<Kind> CAUSES =
      List.of(Kind.CLASS_LOADER, Kind.THREAD, Kind.RESOURCE, Kind.DIRECT_BUFFER, Kind.CLEANABLE);

  private static final Comparator<InstanceCase> BY_CAUSE =
      Comparator.comparing((InstanceCase each) -> !each.unbounded())
          .thenComparing(each -> CAUSES.indexOf(each.kind()))
          .thenComparing(each -> -each.suspect().objects())
          .thenComparing(InstanceCase::site);

  private final IdentityHashMap<Suspect, List<InstanceCase>> held = new IdentityHashMap<>();
  private final List<List<InstanceCase>> unheld = new ArrayList<>();

  private InstanceFindings() {}

  /**
   * Finds out what holds what.
   *
   * @param containers the containers that are findings
   * @param instances what should end and stays
   */
  static InstanceFindings of(List<Suspect> containers, List<InstanceCase> instances) {
    InstanceFindings all = new InstanceFindings();
    for (InstanceCase each : instances.stream().sorted(BY_CAUSE).toList()) {
      if (each.kind() == Kind.CLEANABLE && isKept(each, containers)) {
        continue; // an element like any other, which its container has been judged with
      }
      containers.stream()
          .filter(container -> Holding.holds(container, each))
          .findFirst()
          .map(container -> all.held.computeIfAbsent(container, c -> new ArrayList<>()))
          .orElseGet(() -> all.joined(each))
          .add(each);
    }
    return all;
  }

  private static boolean isKept(InstanceCase cleanable, List<Suspect> containers) {
    return containers.stream()
        .anyMatch(c -> Holding.keeps(c, cleanable) || Holding.holds(c, cleanable));
  }

  /** Those that each comes together with; a new list when it comes alone. */
  private List<InstanceCase> joined(InstanceCase each) {
    for (List<InstanceCase> group : unheld) {
      if (Holding.together(group.get(0), each)) {
        return group;
      }
    }
    List<InstanceCase> alone = new ArrayList<>();
    unheld.add(alone);
    return alone;
  }

  /** The finding of a container: of what it holds where that should end, else of its own kind. */
  Finding finding(Suspect container) {
    List<InstanceCase> in = held.get(container);
    return in == null ? Detectors.finding(container) : finding(in, container);
  }

  /** The findings of what no container is known to hold. */
  List<Found> unheld(Run run, KnownGrowth known) {
    List<Found> found = new ArrayList<>();
    for (List<InstanceCase> together : unheld) {
      String excuse = known.excuse(finding(together, null));
      List<InstanceCase> judged =
          excuse == null ? together : together.stream().map(e -> e.doubted(excuse)).toList();
      Finding finding = known.noted(finding(judged, null));
      SiteSuspect first = judged.get(0).suspect();
      found.add(new Found(finding, () -> Explanations.of(run, first, finding)));
    }
    return found;
  }

  /** The finding of the first, which brings the others. */
  private static Finding finding(List<InstanceCase> together, Suspect container) {
    InstanceCase first = together.get(0).with(container, together.subList(1, together.size()));
    return InstanceDetector.finding(first);
  }
}
