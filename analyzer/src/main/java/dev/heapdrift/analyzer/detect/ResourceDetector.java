package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.InstanceFacts;
import java.util.Optional;

/** Files, sockets and other things that are opened, kept and not closed. */
final class ResourceDetector implements InstanceDetector {

  @Override
  public Optional<Finding> detect(InstanceCase open) {
    return open.kind() == InstanceFacts.Kind.RESOURCE
        ? Optional.of(
            open.finding(
                Kind.UNCLOSED_RESOURCE,
                "Resources (" + Wording.simple(open.type()) + ") opened",
                "are never closed",
                remedy(open)))
        : Optional.empty();
  }

  private static String remedy(InstanceCase open) {
    String taken = open.keeper() == null ? "" : ", and take it out of " + open.keeper();
    return "Close what "
        + open.site()
        + " opens"
        + taken
        + ": by try-with-resources where it is used in one place, else in close() of the object"
        + " that keeps it, and see that this is called. Deflater and Inflater want end().";
  }
}
