package dev.heapdrift.analyzer.watch;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;

/**
 * A moment of a JVM.
 *
 * @param pid its process id
 * @param level the agent's level
 * @param uptimeMillis uptime of the JVM in ms, or -1 where nothing was read yet
 * @param maxHeapBytes how large the heap may become, or -1 as well
 * @param heap bytes in use after collections, by uptime; may be empty
 * @param findings what grows, by rank
 * @param hidden how much else grows that was not asked for
 */
public record WatchView(
    long pid,
    String level,
    long uptimeMillis,
    long maxHeapBytes,
    List<SizePoint> heap,
    List<Finding> findings,
    int hidden) {

  /** Copies the lists. */
  public WatchView {
    heap = List.copyOf(heap);
    findings = List.copyOf(findings);
  }

  /** The same with these of its findings. */
  public WatchView with(List<Finding> chosen) {
    int others = findings.size() - chosen.size();
    return new WatchView(pid, level, uptimeMillis, maxHeapBytes, heap, chosen, hidden + others);
  }
}
