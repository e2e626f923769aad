package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import java.util.Optional;
import java.util.regex.Pattern;

/** An object whose array grows and whose class is not named like a collection. */
final class GrowingArrayDetector implements Detector<Suspect> {
  /** What collections of other libraries are called. */
  private static final Pattern COLLECTION =
      Pattern.compile(
          ".*(Map|Multimap|Set|List|Collection|Cache|Bag|Stack|Vector|Dictionary|Registry|Store"
              + "|Segment)");

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    Structure structure = suspect.facts().structure();
    boolean array = structure == Structure.GROWING_ARRAY || structure == Structure.BUFFER;
    if (!array || COLLECTION.matcher(Wording.simpleType(suspect)).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        suspect.finding(
            Kind.GROWING_ARRAY,
            Wording.title(suspect, "Array of " + Wording.simpleType(suspect)),
            remedy(suspect)));
  }

  private static String remedy(Suspect suspect) {
    return "See who should shorten "
        + Wording.holder(suspect)
        + ": what "
        + Wording.inserter(suspect)
        + " appends is never taken out. Reset or replace the object when a unit of work ends.";
  }
}
