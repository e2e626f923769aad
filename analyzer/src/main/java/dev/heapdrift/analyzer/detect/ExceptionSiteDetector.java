package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exceptions that pile up without a container, as causes of each other or in fields: most of what
 * survivors show of them are their recorded stacks, which only Throwable allocates.
 */
final class ExceptionSiteDetector implements Detector<SiteCase> {
  private static final String THROWABLE = "java.lang.Throwable";

  /** The exceptions themselves, whose constructor calls show no frame of Throwable. */
  private static final Pattern NAMED = Pattern.compile(".+(Exception|Error|Throwable)");

  /** Part of the samples that must belong to exceptions; code that fails makes a few. */
  private static final double PART = 0.3;

  @Override
  public Optional<Finding> detect(SiteCase suspect) {
    List<Pile> parts = suspect.piles(ExceptionSiteDetector::isOfException);
    if (parts.isEmpty() || samples(parts) < PART * samples(suspect.suspect().piles())) {
      return Optional.empty();
    }
    String site = SiteCase.site(parts).print();
    return Optional.of(
        new Finding.ExceptionRetention(
            suspect.details(
                Kind.EXCEPTION_RETENTION,
                type(parts),
                parts,
                "Exceptions made at " + site + " pile up",
                "Find who keeps the exceptions that "
                    + site
                    + " makes, as causes of later ones or in a field, and keep what is needed of"
                    + " each (class, message, a count): an exception holds its stack, its causes"
                    + " and all that its fields refer to."),
            false));
  }

  /** The class of the exceptions where one of them was sampled, else what all of them are. */
  private static String type(List<Pile> parts) {
    return parts.stream()
        .map(Pile::type)
        .filter(type -> NAMED.matcher(type).matches())
        .findFirst()
        .orElse(THROWABLE);
  }

  private static long samples(List<Pile> piles) {
    return piles.stream().mapToLong(Pile::samples).sum();
  }

  private static boolean isOfException(Pile pile) {
    return NAMED.matcher(pile.type()).matches() || isInside(pile.stack());
  }

  /** Whether Throwable allocated it, called by the application. */
  private static boolean isInside(List<Frame> stack) {
    for (Frame frame : stack) {
      if (frame.className().equals(THROWABLE)) {
        return true;
      }
      if (AppFrames.isApplication(frame.className())) {
        return false;
      }
    }
    return false;
  }
}
