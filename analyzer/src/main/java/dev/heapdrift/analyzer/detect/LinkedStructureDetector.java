package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.List;
import java.util.Optional;

/**
 * Nodes that hold each other, without a container: lists of the application's own, stacks of
 * dependants of a future that does not complete, chains of views and wrappers.
 */
final class LinkedStructureDetector implements Detector<SiteCase> {
  /** The actions that wait for a future, by the beginning of their classes' names. */
  static final String FUTURE = "java.util.concurrent.CompletableFuture$";

  /**
   * Who holds such nodes, as far as their class tells, where no walk has found it (as none finds
   * what only a local variable leads to); null where it tells nothing.
   */
  static String impliedOwner(String type) {
    return type.startsWith(FUTURE)
        ? "java.util.concurrent.CompletableFuture.stack of a future that no walk found"
        : null;
  }

  @Override
  public Optional<Finding> detect(SiteCase suspect) {
    List<Pile> dependants = suspect.piles(pile -> pile.type().startsWith(FUTURE));
    if (!dependants.isEmpty()) {
      return Optional.of(dependants(suspect, dependants));
    }
    // Whether the JDK's other nodes are the leak or only in it cannot be seen.
    List<Pile> nodes = suspect.piles(pile -> pile.linked() && AppFrames.isApplication(pile.type()));
    return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes(suspect, nodes));
  }

  private static Finding dependants(SiteCase suspect, List<Pile> dependants) {
    Frame site = SiteCase.site(dependants);
    return suspect.finding(
        Kind.LINKED_STRUCTURE,
        dependants.get(0).type(),
        dependants,
        "Dependants of a CompletableFuture pile up, added at " + site.print(),
        dependantsRemedy(site.print()));
  }

  static String dependantsRemedy(String site) {
    return "The future that "
        + site
        + " depends on does not complete, and holds every action added to it: complete it, or keep"
        + " what waits for it in a set that each one leaves when it is done (whenComplete).";
  }

  private static Finding nodes(SiteCase suspect, List<Pile> nodes) {
    Frame site = SiteCase.site(nodes);
    String type = nodes.get(0).type();
    return suspect.finding(
        Kind.LINKED_STRUCTURE,
        type,
        nodes,
        "Nodes of "
            + Wording.simple(type)
            + " pile up without a container, made at "
            + site.print(),
        nodesRemedy(site.print()));
  }

  static String nodesRemedy(String site) {
    return "Unlink the nodes that "
        + site
        + " makes when they are no longer needed, or bound the chain.";
  }
}
