package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SurvivorDump;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the objects in the finalizer's queue are made. The collector puts them there, so no growth
 * has a stack; but what waits is alive, and so are the parts that its constructor has made: they
 * are among the survivors.
 */
final class FinalizableMakers {
  private FinalizableMakers() {}

  /** The queue's series with the stacks of what waits in it; any other series as it is. */
  static ContainerSeries located(ContainerSeries series, Run run) {
    ContainerFacts queue = series.last();
    if (queue.owner() == null || !FinalizerDetector.QUEUE.equals(queue.owner().holder())) {
      return series;
    }
    Set<String> classes =
        queue.elements().stream().map(ElementShare::type).collect(Collectors.toSet());
    SurvivorDump dump = run.survivors();
    Map<Integer, Long> stacks = new LinkedHashMap<>();
    for (Survivor survivor : dump.newest()) {
      if (survivor.stack() >= 0 && isPart(survivor, dump.stack(survivor), classes)) {
        stacks.merge(survivor.stack(), 1L, Long::sum);
      }
    }
    return new ContainerSeries(
        with(queue, stacks),
        dump.stacks(),
        series.points(),
        series.insertions(),
        series.snapshots(),
        series.lastSeenMillis(),
        series.inLastSnapshot());
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

  private static ContainerFacts with(ContainerFacts queue, Map<Integer, Long> stacks) {
    List<GrowthSite> sites =
        stacks.entrySet().stream()
            .map(stack -> new GrowthSite(stack.getKey(), stack.getValue()))
            .toList();
    return new ContainerFacts(
        queue.id(),
        queue.type(),
        queue.structure(),
        queue.owner(),
        queue.noticedMillis(),
        queue.lastGrowthMillis(),
        queue.ageGcs(),
        queue.growths(),
        queue.size(),
        queue.sizeReadMillis(),
        queue.capacity(),
        queue.bytesPerEntry(),
        queue.history(),
        sites,
        queue.insertions(),
        queue.elements(),
        queue.nature(),
        queue.zoom());
  }
}
