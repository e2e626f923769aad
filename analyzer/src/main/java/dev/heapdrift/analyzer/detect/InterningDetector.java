package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import java.util.Optional;

/**
 * A map of values that are their own keys: it makes equal objects one and the same, for ever. What
 * {@code String.intern} keeps is no such leak, the JVM drops it when nobody else holds it.
 */
final class InterningDetector implements Detector<Suspect> {
  /** Share of the sampled entries whose value is their key; other maps have hardly any. */
  private static final double NEARLY_ALL = 0.9;

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    ElementNature nature = suspect.facts().nature();
    if (nature == null || nature.ownKeys() < NEARLY_ALL) {
      return Optional.empty();
    }
    return Optional.of(
        suspect.finding(
            Kind.INTERNING,
            Wording.title(suspect, "Interning " + Wording.simpleType(suspect)),
            remedy(suspect)));
  }

  private static String remedy(Suspect suspect) {
    return "See that "
        + Wording.inserter(suspect)
        + " interns only what comes from a closed set, not from requests or data; let "
        + Wording.holder(suspect)
        + " hold weakly what nobody else uses (Guava Interners.newWeakInterner(), Caffeine"
        + " Interner.newWeakInterner(), String.intern()), or bound it.";
  }
}
