package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import java.util.Optional;

/**
 * Recognises one kind of leak that no container shows. Stateless; that objects pile up, and that no
 * container explains it, has been decided before.
 */
interface SiteDetector {

  /** The finding, or empty when it is of another kind. */
  Optional<Finding> detect(SiteCase suspect);
}
