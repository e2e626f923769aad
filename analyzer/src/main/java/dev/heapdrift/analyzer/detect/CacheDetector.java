package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import java.util.Optional;

/**
 * A map that is filled as a cache is, by a method that looks first and inserts what it did not
 * find, and that nothing bounds. It rests on lookups that were counted, not on names.
 */
final class CacheDetector implements Detector<Suspect> {

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    String type = suspect.facts().type();
    boolean map =
        suspect.facts().structure() == Structure.MAP
            || type.endsWith("Map")
            || type.endsWith("Cache");
    if (!map || !suspect.usage().readThrough()) {
      return Optional.empty();
    }
    return Optional.of(
        suspect.finding(
            Kind.UNBOUNDED_CACHE,
            Wording.title(suspect, "Cache " + Wording.simpleType(suspect)),
            remedy(suspect)));
  }

  private static String remedy(Suspect suspect) {
    return "Bound "
        + Wording.holder(suspect)
        + ": Caffeine.newBuilder().maximumSize(n) or expireAfterAccess(d), or a LinkedHashMap whose"
        + " removeEldestEntry drops the oldest; or see that the keys that "
        + Wording.inserter(suspect)
        + " looks up come from a closed set, not from requests.";
  }
}
