package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.ZoomFacts;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How a container is used besides being filled, as the zoom has counted it at the classes of its
 * growth stacks.
 *
 * @param accesses lookups and removals by call site
 * @param insertions insertions by call site
 * @param counterparts methods that should take out what the inserting ones put in
 */
record Usage(
    List<AccessSite> accesses, List<InsertionSite> insertions, List<Counterpart> counterparts) {

  /** Calls that look for an entry and put one in when there is none. */
  private static final Set<String> READ_THROUGH = Set.of("computeIfAbsent", "putIfAbsent");

  /** Lookups that return the entry; one that only asks for it makes a set, not a cache. */
  private static final Set<String> FETCHING = Set.of("get", "getIfPresent", "getOrDefault");

  static Usage of(List<ContainerSeries> members) {
    Usage usage = new Usage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (ContainerSeries member : members) {
      ZoomFacts zoom = member.last().zoom();
      if (zoom != null) {
        usage.accesses.addAll(zoom.accesses());
        usage.counterparts.addAll(zoom.counterparts());
        usage.insertions.addAll(member.last().insertions());
      }
    }
    return usage;
  }

  /** The same with one entry for each call site and method, most frequent first. */
  Usage byCallSite() {
    Map<InsertionSite, Long> inserted = new LinkedHashMap<>();
    insertions.forEach(
        s -> inserted.merge(new InsertionSite(s.site(), s.callee(), 0), s.count(), Long::sum));
    Map<List<Object>, AccessSite> accessed = new LinkedHashMap<>();
    accesses.forEach(s -> accessed.merge(List.of(s.site(), s.callee(), s.access()), s, Usage::sum));
    Map<Frame, Counterpart> ran = new LinkedHashMap<>();
    counterparts.forEach(
        c -> ran.merge(c.method(), c, (a, b) -> a.executions() < b.executions() ? b : a));
    return new Usage(
        accessed.values().stream()
            .sorted(Comparator.comparingLong(AccessSite::calls).reversed())
            .toList(),
        inserted.entrySet().stream()
            .map(e -> new InsertionSite(e.getKey().site(), e.getKey().callee(), e.getValue()))
            .sorted(Comparator.comparingLong(InsertionSite::count).reversed())
            .toList(),
        List.copyOf(ran.values()));
  }

  private static AccessSite sum(AccessSite a, AccessSite b) {
    long found = a.found() < 0 || b.found() < 0 ? -1 : a.found() + b.found();
    return new AccessSite(a.site(), a.callee(), a.access(), a.calls() + b.calls(), found);
  }

  /** Successful lookups; null where no lookup could be seen. */
  Long hits() {
    return sum(Access.LOOKUP, site -> site.found());
  }

  /** Removals that took something out; null where no removal could be seen. */
  Long removals() {
    return sum(Access.REMOVAL, site -> site.found() < 0 ? site.calls() : site.found());
  }

  /** Removals that found nothing; null where no removal could be seen. */
  Long failedRemovals() {
    return sum(Access.REMOVAL, site -> site.found() < 0 ? 0 : site.calls() - site.found());
  }

  /** Whether removals were asked for, often, and none has found an entry. */
  boolean removesInVain() {
    Long failed = failedRemovals();
    return failed != null && failed >= GrowthStack.MIN_SAMPLES && removals() == 0;
  }

  /** Counts one site. */
  private interface Count {
    long of(AccessSite site);
  }

  private Long sum(Access access, Count count) {
    Long sum = null;
    for (AccessSite site : accesses) {
      if (site.access() == access) {
        sum = (sum == null ? 0 : sum) + count.of(site);
      }
    }
    return sum;
  }

  /**
   * Whether it is filled as a cache is: the inserting method fetches first, and inserts what it did
   * not find.
   */
  boolean readThrough() {
    long inserted = insertions.stream().mapToLong(InsertionSite::count).sum();
    long through = 0;
    for (InsertionSite site : insertions) {
      if (READ_THROUGH.contains(site.callee()) || fetches(site.site())) {
        through += site.count();
      }
    }
    return through >= GrowthStack.MIN_SAMPLES && 2 * through >= inserted;
  }

  private boolean fetches(Frame inserter) {
    return accesses.stream()
        .anyMatch(
            site ->
                FETCHING.contains(site.callee())
                    && site.calls() > 0
                    && site.site().method().equals(inserter.method()));
  }

  /** The method that should take entries out and has run least, or null where none is known. */
  Counterpart counterpart() {
    Counterpart least = null;
    for (Counterpart candidate : counterparts) {
      if (least == null || candidate.executions() < least.executions()) {
        least = candidate;
      }
    }
    return least == null
        ? null
        : new Counterpart(least.inserter(), least.method(), executions(least));
  }

  /** The same method may have been counted for several siblings. */
  private long executions(Counterpart of) {
    return counterparts.stream()
        .filter(other -> Objects.equals(other.method(), of.method()))
        .mapToLong(Counterpart::executions)
        .max()
        .orElse(0);
  }

  /** The counterpart that never ran, or null. */
  Frame neverRan() {
    return counterparts.stream()
        .filter(candidate -> candidate.executions() == 0)
        .map(Counterpart::method)
        .findFirst()
        .orElse(null);
  }
}
