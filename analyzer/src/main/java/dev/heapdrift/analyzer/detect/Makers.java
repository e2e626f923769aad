package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SurvivorDump;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Where the objects are made whose coming in no hook notices: those in the finalizer's queue, for
 * the collector puts them there, and the nodes of a chain. No growth has a stack; but what waits,
 * or hangs there, is alive, and so are the parts that its constructor has made: they are among the
 * survivors.
 */
final class Makers {
  private Makers() {}

  /** Such a container's series with the stacks of what it holds; any other series as it is. */
  static ContainerSeries located(ContainerSeries series, Run run) {
    ContainerFacts facts = series.last();
    if (!isUnnoticed(facts)) {
      return series;
    }
    Set<String> classes =
        facts.elements().stream().map(ElementShare::type).collect(Collectors.toSet());
    SurvivorDump dump = run.survivors();
    Map<Integer, Long> stacks = stacks(dump, (made, stack) -> isPart(made, stack, classes));
    if (stacks.isEmpty() && facts.owner() != null && facts.owner().holder() != null) {
      String holder = declaring(facts.owner().holder());
      stacks = stacks(dump, (made, stack) -> isMadeBy(stack, holder));
    }
    return new ContainerSeries(
        with(facts, stacks),
        dump.stacks(),
        series.points(),
        series.insertions(),
        series.snapshots(),
        series.lastSeenMillis(),
        series.inLastSnapshot());
  }

  private static Map<Integer, Long> stacks(
      SurvivorDump dump, BiPredicate<Survivor, List<Frame>> wanted) {
    Map<Integer, Long> stacks = new LinkedHashMap<>();
    for (Survivor survivor : dump.newest()) {
      if (survivor.stack() >= 0 && wanted.test(survivor, dump.stack(survivor))) {
        stacks.merge(survivor.stack(), 1L, Long::sum);
      }
    }
    return stacks;
  }

  /**
   * Whether it was made in a call of the class whose field holds them: small nodes are seldom among
   * the samples, and what they hold is.
   */
  private static boolean isMadeBy(List<Frame> stack, String holder) {
    return AppFrames.first(stack).filter(frame -> frame.className().equals(holder)).isPresent();
  }

  private static String declaring(String field) {
    return field.substring(0, Math.max(0, field.lastIndexOf('.')));
  }

  private static boolean isUnnoticed(ContainerFacts facts) {
    return facts.structure() == Structure.NODES
        || (facts.owner() != null && FinalizerDetector.QUEUE.equals(facts.owner().holder()));
  }

  /** Whether it is one of these objects, or was made by the constructor of one. */
  private static boolean isPart(Survivor survivor, List<Frame> stack, Set<String> classes) {
    return AppFrames.first(stack).isPresent()
        && (classes.contains(survivor.type())
            || stack.stream()
                .anyMatch(
                    frame ->
                        frame.methodName().equals("<init>")
                            && classes.contains(frame.className())));
  }

  private static ContainerFacts with(ContainerFacts facts, Map<Integer, Long> stacks) {
    List<GrowthSite> sites =
        stacks.entrySet().stream()
            .map(stack -> new GrowthSite(stack.getKey(), stack.getValue()))
            .toList();
    return facts.with(facts.history(), sites, facts.insertions());
  }
}
