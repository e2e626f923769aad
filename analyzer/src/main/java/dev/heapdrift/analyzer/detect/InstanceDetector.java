package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import java.util.Optional;

/**
 * Recognises one kind of what should end. Stateless; that ever more of it stays, and which
 * container holds it, has been decided before.
 */
interface InstanceDetector {

  /** The finding, or empty when it is of another kind. */
  Optional<Finding> detect(InstanceCase instances);
}
