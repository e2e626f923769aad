package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import java.util.List;

/**
 * The detectors of containers, the more specific before the more general; the first that recognises
 * decides.
 */
final class Detectors {
  static final List<Detector<Suspect>> IN_ORDER =
      List.of(
          new ThreadLocalDetector(),
          new WeakMapDetector(),
          new FinalizerDetector(),
          new CancelledTasksDetector(),
          new QueueDetector(),
          new RegistryDetector(),
          new ListenerDetector(),
          new ExceptionDetector(),
          new NodesDetector(),
          new MutatedKeyDetector(),
          new InterningDetector(),
          new CacheDetector(),
          new GrowingArrayDetector(),
          new CollectionDetector());

  private Detectors() {}

  /** The finding for a suspect; the last detector takes what no other does. */
  static Finding finding(Suspect suspect) {
    return Detector.first(IN_ORDER, suspect);
  }
}
