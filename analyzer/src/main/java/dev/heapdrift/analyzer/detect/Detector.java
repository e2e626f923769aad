package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import java.util.Optional;

/** Recognises one kind of leak. Stateless; whether it is a leak at all, the trend has decided. */
interface Detector {

  /** The finding, or empty when the suspect is of another kind. */
  Optional<Finding> detect(Suspect suspect);
}
