package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import dev.heapdrift.snapshot.Frame;
import java.util.Optional;

/** A collection of exceptions that grows, or the suppressed ones of an exception that lasts. */
final class ExceptionDetector implements Detector<Suspect> {
  /** Share of the sampled elements that must be exceptions; records of failures hold others too. */
  private static final double MOST = 0.5;

  private static final String THROWABLE = "java.lang.Throwable";

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    ElementNature nature = suspect.facts().nature();
    boolean suppressed = isSuppressed(suspect);
    if (!suppressed && (nature == null || nature.throwables() < MOST)) {
      return Optional.empty();
    }
    String what = suppressed ? "Suppressed exceptions" : "Exceptions";
    return Optional.of(
        new Finding.ExceptionRetention(
            suspect.details(
                Kind.EXCEPTION_RETENTION,
                Wording.titleOfMany(suspect, what),
                suppressed ? suppressedRemedy(suspect) : remedy(suspect)),
            true));
  }

  private static boolean isSuppressed(Suspect suspect) {
    return suspect.sites().stacks().stream()
        .flatMap(stack -> stack.frames().stream())
        .anyMatch(ExceptionDetector::suppresses);
  }

  private static boolean suppresses(Frame frame) {
    return frame.className().equals(THROWABLE) && frame.methodName().equals("addSuppressed");
  }

  private static String remedy(Suspect suspect) {
    return "Take out of "
        + Wording.holder(suspect)
        + " the exceptions that "
        + Wording.inserter(suspect)
        + " puts in when they have been reported, keep only the latest of them, or keep what is"
        + " needed of each (class, message, a count): an exception holds its stack, its causes and"
        + " all that its fields refer to.";
  }

  private static String suppressedRemedy(Suspect suspect) {
    return "The exception that "
        + Wording.inserter(suspect)
        + " adds suppressed ones to outlives the failure: make a new one for each failure in place"
        + " of a constant, or make the constant without suppression (the constructor of Throwable"
        + " with enableSuppression = false).";
  }
}
