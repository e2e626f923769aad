package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.snapshot.Frame;
import java.util.List;
import java.util.Optional;

/**
 * What is registered with a {@code java.lang.ref.Cleaner} and never becomes unreachable, as when
 * the cleaning action refers to the object that it is to clean up after.
 */
final class CleanerDetector implements Detector<SiteCase> {
  private static final String REGISTRATION = "jdk.internal.ref.CleanerImpl$PhantomCleanableRef";
  private static final String CLEANER = "java.lang.ref.Cleaner";

  @Override
  public Optional<Finding> detect(SiteCase suspect) {
    List<Pile> registrations = suspect.piles(CleanerDetector::isRegistered);
    if (registrations.isEmpty()) {
      return Optional.empty();
    }
    String site = SiteCase.site(registrations).print();
    return Optional.of(
        suspect.finding(
            Kind.CLEANER_CAPTURES_REFERENT,
            registrations.get(0).type(),
            registrations,
            "Objects registered with a Cleaner at " + site + " are never cleaned",
            remedy(site)));
  }

  /** What to do about objects that are registered at this line, and stay. */
  static String remedy(String site) {
    return "The action that "
        + site
        + " registers must not refer to the registered object, not even as this of a lambda or"
        + " method reference: make it a static nested class that holds only what is to be freed;"
        + " and call clean() where the object's life ends.";
  }

  private static boolean isRegistered(Pile pile) {
    return pile.type().equals(REGISTRATION)
        || pile.stack().stream().map(Frame::className).anyMatch(CLEANER::equals);
  }
}
