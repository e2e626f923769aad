package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SurvivorDump;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.ArrayList;
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

  /** Frames within which one object and its parts are made. */
  private static final int BESIDE = 2;

  private SurvivorPiles() {}

  /** The survivors that one method of the application makes. */
  private record Group(List<Survivor> survivors, Births births, Set<String> methods) {}

  static List<SiteSuspect> of(Run run) {
    Tested tested = Tested.of(run);
    if (!tested.suffices() || !tested.heapRises()) {
      return List.of();
    }
    SurvivorDump dump = run.survivors();
    SamplingRate rate = SamplingRate.of(run.gcs());
    List<Group> even = new ArrayList<>();
    List<Survivor> few = new ArrayList<>();
    for (List<Survivor> survivors : bySite(dump, tested)) {
      Births births = births(survivors, tested, rate);
      if (births.perhapsEven()) {
        even.add(new Group(survivors, births, methods(survivors, dump)));
      } else if (births.samples() < Births.MIN_SHARE_SAMPLES) {
        few.addAll(survivors);
      }
    }
    List<SiteSuspect> suspects = new ArrayList<>();
    for (List<Group> cluster : Clusters.of(even, Group::methods)) {
      List<Survivor> all =
          new ArrayList<>(cluster.stream().flatMap(g -> g.survivors().stream()).toList());
      Births births = births(all, tested, rate);
      if (births.even()) {
        all.addAll(near(all, few, dump));
        suspects.add(new SiteSuspect(piles(all, dump), unbounded(births), -1, -1, List.of()));
      }
    }
    suspects.sort(Comparator.comparingLong(SurvivorPiles::samples).reversed());
    return List.copyOf(suspects);
  }

  private static long samples(SiteSuspect suspect) {
    return suspect.piles().stream().mapToLong(Pile::samples).sum();
  }

  /** Those too few to be judged that are made beside these: small nodes of large objects. */
  private static List<Survivor> near(
      List<Survivor> survivors, List<Survivor> few, SurvivorDump dump) {
    Set<String> methods = new HashSet<>();
    for (Survivor survivor : survivors) {
      methods.addAll(Nearness.methods(dump.stack(survivor), BESIDE));
    }
    return few.stream()
        .filter(
            survivor ->
                Nearness.methods(dump.stack(survivor), BESIDE).stream().anyMatch(methods::contains))
        .toList();
  }

  private static Trend unbounded(Births births) {
    double confidence = Math.min(MOST, 1 - DOUBT / births.effectiveSamples());
    return new Trend.Unbounded(null, 0, confidence, births.print());
  }

  /** Groups of those that an old collection has tested, by the method that makes them. */
  private static List<List<Survivor>> bySite(SurvivorDump dump, Tested tested) {
    Map<String, List<Survivor>> sites = new LinkedHashMap<>();
    for (Survivor survivor : dump.survivors()) {
      Frame site = AppFrames.first(dump.stack(survivor)).orElse(null);
      long born = survivor.allocatedMillis();
      if (site != null && born >= tested.from() && born < tested.to()) {
        sites.computeIfAbsent(site.method(), method -> new ArrayList<>()).add(survivor);
      }
    }
    return List.copyOf(sites.values());
  }

  private static Births births(List<Survivor> survivors, Tested tested, SamplingRate rate) {
    return Births.of(survivors.stream().map(rate::birth).toList(), tested.from(), tested.to());
  }

  private static Set<String> methods(List<Survivor> survivors, SurvivorDump dump) {
    Set<String> methods = new HashSet<>();
    for (Survivor survivor : survivors) {
      methods.addAll(Nearness.methods(dump.stack(survivor), Nearness.REACH));
    }
    return methods;
  }

  private static List<Pile> piles(List<Survivor> survivors, SurvivorDump dump) {
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
