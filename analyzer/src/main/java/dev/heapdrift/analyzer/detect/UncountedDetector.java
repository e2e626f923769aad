package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.snapshot.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collections of the JDK that no hook notices, known by their nodes: where no walk has met one,
 * nothing but its survivors shows that it grows.
 */
final class UncountedDetector implements Detector<SiteCase> {
  private static final String PACKAGE = "java.util.concurrent.";

  /** The collections by the part of their nodes' names before the dollar; true for queues. */
  private static final Map<String, Boolean> COLLECTIONS =
      Map.of(
          "ConcurrentLinkedQueue", true,
          "ConcurrentLinkedDeque", true,
          "LinkedTransferQueue", true,
          "ConcurrentSkipListMap", false);

  @Override
  public Optional<Finding> detect(SiteCase suspect) {
    List<Pile> nodes = suspect.piles(pile -> COLLECTIONS.containsKey(collection(pile)));
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    String collection = collection(nodes.get(0));
    Frame site = SiteCase.site(nodes);
    boolean queue = COLLECTIONS.get(collection);
    Details details =
        suspect.details(
            queue ? Kind.QUEUE_BACKLOG : Kind.UNBOUNDED_COLLECTION,
            PACKAGE + collection,
            nodes,
            collection + " fills up, nodes added at " + site.print(),
            queue ? queueRemedy(site) : mapRemedy(site));
    return Optional.of(
        queue
            ? new Finding.QueueBacklog(details, false)
            : new Finding.Plain(Kind.UNBOUNDED_COLLECTION, details));
  }

  private static String collection(Pile pile) {
    int dollar = pile.type().indexOf('$');
    boolean concurrent = dollar > 0 && pile.type().startsWith(PACKAGE);
    return concurrent ? pile.type().substring(PACKAGE.length(), dollar) : "";
  }

  private static String queueRemedy(Frame site) {
    return "See whether the consumer of what "
        + site.print()
        + " adds still runs, and keeps up; use a queue with a capacity, so that the producer is"
        + " slowed down or refused.";
  }

  private static String mapRemedy(Frame site) {
    return "Take out what "
        + site.print()
        + " puts in where its life ends; if only the latest entries matter, remove the first ones"
        + " (pollFirstEntry) beyond a bound.";
  }
}
