package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A map or set whose entries are asked to leave and are not found: the key has changed since it was
 * put in, or the key to remove by is never equal to it. It rests on counted calls: as many removals
 * found nothing as entries stayed.
 */
final class MutatedKeyDetector implements Detector<Suspect> {
  /** Fewer removals in vain, or entries that stayed, are an accident. */
  private static final long MIN_CALLS = GrowthStack.MIN_SAMPLES;

  /**
   * How far the removals in vain may be from the entries that stayed, as a part of these: removals
   * come later than insertions. Somebody who removes twice, or what was never there, misses by
   * more.
   */
  private static final double TOLERANCE = 0.25;

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    Usage usage = suspect.usage();
    List<AccessSite> removals =
        usage.accesses().stream().filter(site -> takesOut(site, usage.insertions())).toList();
    if (!isKeyed(suspect) || !inVain(removals, usage)) {
      return Optional.empty();
    }
    AccessSite removal =
        removals.stream().max(Comparator.comparingLong(MutatedKeyDetector::failed)).orElseThrow();
    return Optional.of(
        new Finding.MutatedKey(
            suspect.details(
                Kind.MUTATED_KEY,
                Wording.title(
                    suspect, Wording.simpleType(suspect) + " whose removals find nothing,"),
                remedy(suspect, removal)),
            removal.site()));
  }

  private static boolean isKeyed(Suspect suspect) {
    String type = suspect.facts().type();
    return suspect.facts().structure() == Structure.MAP
        || type.endsWith("Map")
        || type.endsWith("Set");
  }

  /**
   * Whether a call is to take out what was put in. One that stands before the insertion in the same
   * method replaces an entry, and finds none where there was none.
   */
  private static boolean takesOut(AccessSite site, List<InsertionSite> insertions) {
    boolean removal =
        site.access() == Access.REMOVAL && site.callee().equals("remove") && site.found() >= 0;
    return removal
        && insertions.stream()
            .noneMatch(
                insertion ->
                    insertion.site().method().equals(site.site().method())
                        && insertion.site().line() >= site.site().line());
  }

  private static boolean inVain(List<AccessSite> removals, Usage usage) {
    long failed = removals.stream().mapToLong(MutatedKeyDetector::failed).sum();
    long inserted = usage.insertions().stream().mapToLong(InsertionSite::count).sum();
    long stayed = inserted - (usage.removals() == null ? 0 : usage.removals());
    return failed >= MIN_CALLS
        && stayed >= MIN_CALLS
        && Math.abs(stayed - failed) <= TOLERANCE * stayed;
  }

  private static long failed(AccessSite site) {
    return site.calls() - site.found();
  }

  private static String remedy(Suspect suspect, AccessSite removal) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d removals at %s found nothing. See that the key is equal to the one that %s puts"
            + " in: its equals() and hashCode() must be there, and must not depend on what changes"
            + " while it is in %s (an id, final fields, a record); else take it out, change it, and"
            + " put it in again.",
        failed(removal),
        removal.calls(),
        removal.site().print(),
        Wording.inserter(suspect),
        Wording.holder(suspect));
  }
}
