package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SurvivorDump;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sites whose survivors were born evenly all along, those with most samples first. */
final class SurvivorPiles {
  /** Confidence that few samples take away: half of what two more would. */
  private static final double DOUBT = 5;

  /** Highest confidence that births alone give. */
  private static final double MOST = 0.95;

  /** The same where they are not even, and the heap tells that they go on. */
  private static final double MOST_IF_SKEWED = 0.85;

  /** Frames within which one object and its parts are made. */
  private static final int BESIDE = 2;

  private final SurvivorDump dump;
  private final Tested tested;
  private final SamplingRate rate;

  private SurvivorPiles(SurvivorDump dump, Tested tested, SamplingRate rate) {
    this.dump = dump;
    this.tested = tested;
    this.rate = rate;
  }

  /** The survivors that one method of the application makes, or several together. */
  private record Group(List<Survivor> survivors, Births births) {}

  static List<SiteSuspect> of(Run run) {
    return Tested.of(run.survivors(), run.gcs())
        .filter(tested -> tested.heap().rises())
        .map(tested -> new SurvivorPiles(run.survivors(), tested, SamplingRate.of(run.gcs())))
        .map(SurvivorPiles::suspects)
        .orElse(List.of());
  }

  private List<SiteSuspect> suspects() {
    List<Group> sites = bySite();
    List<Group> leaking = new ArrayList<>(even(sites));
    leaking.addAll(evenTogether(without(leaking, sites)));
    List<Survivor> few =
        sites.stream()
            .filter(site -> site.births().samples() < Births.MIN_SHARE_SAMPLES)
            .flatMap(site -> site.survivors().stream())
            .toList();
    return leaking.stream()
        .map(group -> suspect(group, few))
        .sorted(Comparator.comparingLong(SurvivorPiles::samples).reversed())
        .toList();
  }

  /** Sites that leak each for itself, as far as so few tell, and joined where they are near. */
  private List<Group> even(List<Group> sites) {
    List<Group> perhaps = sites.stream().filter(site -> site.births().perhapsEven()).toList();
    return joined(perhaps, Nearness.REACH).stream()
        .filter(group -> tested.isLeak(group.births(), bytesPerMilli(group)))
        .toList();
  }

  /**
   * Sites that are even only together. A loop that always allocates the same may keep step with the
   * sampling: all samples of one burst fall on one of its lines, those of the next on another. But
   * a table that was filled at first and sessions that turn over are even together, too: so the
   * heap must bear it out to the end.
   */
  private List<Group> evenTogether(List<Group> sites) {
    List<Group> enough =
        sites.stream().filter(site -> site.births().samples() >= Births.MIN_SHARE_SAMPLES).toList();
    return joined(enough, BESIDE).stream()
        .filter(group -> group.births().even())
        .filter(group -> tested.heap().risesToTheEnd(bytesPerMilli(group)))
        .toList();
  }

  /** Those that are not near to any that leak: what is, is part of the same. */
  private List<Group> without(List<Group> leaking, List<Group> sites) {
    Set<String> told = new HashSet<>();
    leaking.forEach(group -> told.addAll(methods(group.survivors(), Nearness.REACH)));
    return sites.stream()
        .filter(site -> Collections.disjoint(told, methods(site.survivors(), Nearness.REACH)))
        .toList();
  }

  private List<Group> joined(List<Group> sites, int reach) {
    return Clusters.of(sites, site -> methods(site.survivors(), reach)).stream()
        .map(near -> group(near.stream().flatMap(site -> site.survivors().stream()).toList()))
        .toList();
  }

  private SiteSuspect suspect(Group group, List<Survivor> few) {
    List<Survivor> all = new ArrayList<>(group.survivors());
    all.addAll(near(group.survivors(), few));
    return new SiteSuspect(piles(all), unbounded(group.births()), -1, -1, List.of());
  }

  private static long samples(SiteSuspect suspect) {
    return suspect.piles().stream().mapToLong(Pile::samples).sum();
  }

  /** Those too few to be judged that are made beside these: small nodes of large objects. */
  private List<Survivor> near(List<Survivor> survivors, List<Survivor> few) {
    Set<String> methods = methods(survivors, BESIDE);
    return few.stream()
        .filter(survivor -> !Collections.disjoint(methods, methods(List.of(survivor), BESIDE)))
        .toList();
  }

  private static Trend unbounded(Births births) {
    double most = births.even() ? MOST : MOST_IF_SKEWED;
    double confidence = Math.min(most, 1 - DOUBT / births.effectiveSamples());
    return new Trend.Unbounded(null, births.byFilling(), confidence, births.print());
  }

  /**
   * Groups of those that an old collection has tested, by the method that makes them. Not those
   * that the agent makes where the application loads classes: it keeps something for each.
   */
  private List<Group> bySite() {
    Map<String, List<Survivor>> sites = new LinkedHashMap<>();
    for (Survivor survivor : dump.survivors()) {
      List<Frame> stack = dump.stack(survivor);
      Frame site = AppFrames.byAgent(stack) ? null : AppFrames.first(stack).orElse(null);
      if (site != null && tested.windows().contains(survivor.allocatedMillis())) {
        sites.computeIfAbsent(site.method(), method -> new ArrayList<>()).add(survivor);
      }
    }
    return sites.values().stream().map(this::group).toList();
  }

  private Group group(List<Survivor> survivors) {
    List<Birth> births = survivors.stream().map(rate::birth).toList();
    return new Group(survivors, Births.of(births, tested.windows()));
  }

  /** How fast these pile up, by what each of them stands for; NaN when that is not known. */
  private double bytesPerMilli(Group group) {
    double bytes = group.survivors().stream().mapToDouble(rate::bytes).sum();
    return bytes / tested.windows().length();
  }

  private Set<String> methods(List<Survivor> survivors, int reach) {
    Set<String> methods = new HashSet<>();
    survivors.forEach(survivor -> methods.addAll(Nearness.methods(dump.stack(survivor), reach)));
    return methods;
  }

  private List<Pile> piles(List<Survivor> survivors) {
    record Key(int stack, String type, boolean linked) {}
    Map<Key, Long> counts = new HashMap<>();
    for (Survivor survivor : survivors) {
      Key key = new Key(survivor.stack(), survivor.type(), survivor.linked());
      counts.merge(key, 1L, Long::sum);
    }
    List<Pile> piles = new ArrayList<>();
    counts.forEach(
        (key, count) ->
            piles.add(new Pile(dump.stacks().get(key.stack()), key.type(), key.linked(), count)));
    piles.sort(
        Comparator.comparingLong(Pile::samples)
            .reversed()
            .thenComparing(Pile::type)
            .thenComparing(pile -> pile.stack().toString()));
    return piles;
  }
}
