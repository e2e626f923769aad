package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Recognises one kind of leak. Stateless; whether it is a leak at all has been decided before, for
 * a container by its trend.
 *
 * @param <T> what it looks at: a container, or objects that pile up without one
 */
interface Detector<T> {

  /** The finding, or empty when the suspect is of another kind. */
  Optional<Finding> detect(T suspect);

  /**
   * The finding of the first that recognises the suspect; the last one takes what no other does.
   */
  static <T> Finding first(List<Detector<T>> inOrder, T suspect) {
    return inOrder.stream()
        .map(detector -> detector.detect(suspect))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }
}
