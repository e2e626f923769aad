package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import java.util.Optional;

/** Any collection or map that only grows; the last of the detectors. */
final class CollectionDetector implements Detector<Suspect> {

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    String title = Wording.title(suspect, Wording.simpleType(suspect));
    return Optional.of(suspect.finding(Kind.UNBOUNDED_COLLECTION, title, remedy(suspect)));
  }

  private static String remedy(Suspect suspect) {
    String holder = Wording.holder(suspect);
    String inserter = Wording.inserter(suspect);
    boolean map =
        suspect.facts().structure() == Structure.MAP || suspect.facts().type().endsWith("Map");
    String bound =
        map
            ? "if it is a cache, bound it (Caffeine maximumSize or expireAfterWrite, or"
                + " LinkedHashMap.removeEldestEntry)"
            : "if only the latest entries matter, keep a bounded buffer";
    return Wording.unused(suspect)
        + "Take out of "
        + holder
        + " what "
        + inserter
        + " puts in, where its life ends (in a finally block, or when its owner is closed); "
        + bound
        + '.';
  }
}
