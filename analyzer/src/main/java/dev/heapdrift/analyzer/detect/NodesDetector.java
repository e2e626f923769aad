package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import java.util.Optional;

/**
 * A chain of nodes that becomes longer, of which is known where it begins: the agent has met it and
 * counts it. {@link LinkedStructureDetector} finds the others.
 */
final class NodesDetector implements Detector<Suspect> {

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    if (suspect.facts().structure() != Structure.NODES) {
      return Optional.empty();
    }
    String type = suspect.facts().type();
    boolean dependants = type.startsWith(LinkedStructureDetector.FUTURE);
    String what =
        dependants ? "Dependants of a CompletableFuture" : "Nodes of " + Wording.simple(type);
    String site = Wording.inserter(suspect);
    return Optional.of(
        suspect.finding(
            Kind.LINKED_STRUCTURE,
            Wording.titleOfMany(suspect, what),
            dependants
                ? LinkedStructureDetector.dependantsRemedy(site)
                : LinkedStructureDetector.nodesRemedy(site)));
  }
}
