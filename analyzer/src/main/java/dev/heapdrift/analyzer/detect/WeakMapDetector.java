package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import java.util.Optional;

/** A WeakHashMap whose entries survive collections: somebody holds the keys, often their values. */
final class WeakMapDetector implements Detector<Suspect> {
  private static final String TYPE = "java.util.WeakHashMap";

  /**
   * Collections that must have passed while it grew. A young one clears only keys that are still
   * young; three in a row without a fall make it likely that the keys are held.
   */
  private static final int MIN_COLLECTIONS = 3;

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    if (!suspect.facts().type().equals(TYPE)) {
      return Optional.empty();
    }
    Suspect judged = suspect;
    if (suspect.unbounded() && suspect.facts().ageGcs() < MIN_COLLECTIONS) {
      judged = suspect.doubted("collections, which alone clear its keys; observe for longer");
    }
    return Optional.of(
        judged.finding(
            Kind.WEAK_MAP_VALUE_RETAINS_KEY, Wording.title(judged, "WeakHashMap"), remedy(judged)));
  }

  private static String remedy(Suspect suspect) {
    return "Its keys are still strongly held, often by their own values: let the values that "
        + Wording.inserter(suspect)
        + " puts into "
        + Wording.holder(suspect)
        + " refer to their key weakly, wrap them in a WeakReference, or use ClassValue for"
        + " classes.";
  }
}
