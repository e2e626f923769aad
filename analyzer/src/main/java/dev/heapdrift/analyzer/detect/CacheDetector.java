package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A map that is filled as a cache is, by a method that looks first and inserts what it did not
 * find, and that nothing bounds. It rests on lookups that were counted, not on names alone.
 */
final class CacheDetector implements Detector<Suspect> {
  private static final Pattern MAP = Pattern.compile(".*(Map|Cache)");

  /** A cache, or what it consists of: {@code LocalCache$Segment}. */
  private static final Pattern CACHE = Pattern.compile(".*Cache(\\$.*)?");

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    boolean map =
        suspect.facts().structure() == Structure.MAP
            || MAP.matcher(suspect.facts().type()).matches();
    if (!(map && suspect.usage().readThrough()) && !isCacheInUse(suspect)) {
      return Optional.empty();
    }
    return Optional.of(
        suspect.finding(
            Kind.UNBOUNDED_CACHE,
            Wording.title(suspect, "Cache " + Wording.simpleType(suspect)),
            remedy(suspect)));
  }

  /** A library's cache looks and inserts within itself; its hits tell that it is looked into. */
  private static boolean isCacheInUse(Suspect suspect) {
    Long hits = suspect.usage().hits();
    return hits != null && hits > 0 && CACHE.matcher(suspect.facts().type()).matches();
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
