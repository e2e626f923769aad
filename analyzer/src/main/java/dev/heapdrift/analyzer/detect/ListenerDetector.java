package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.Frame;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Listeners that pile up, recognised by what the elements are, by the method they came in through,
 * and by what the field that holds them is called; not by the container's type.
 */
final class ListenerDetector implements Detector<Suspect> {
  /**
   * Share of the sampled elements that must look like listeners; a few nulls or adapters may not.
   */
  private static final double MOST = 0.5;

  /** Frames from the insertion site on in which the registering method is sought. */
  private static final int REACH = 3;

  /** Elements that are listeners whatever the method is called. */
  private static final Pattern LISTENER =
      Pattern.compile(".*(Listener|Observer|Subscriber|Subscription|Callback|Watcher|Hook)s?");

  /** Elements that may be: functions and handlers, when a registering method took them. */
  private static final Pattern FUNCTION =
      Pattern.compile(".*(Lambda.*|Handler|Consumer|Function|Runnable|Task|Inner|\\d+)");

  /** Methods that say by their name that they register a listener. */
  private static final Pattern REGISTERS_LISTENER =
      Pattern.compile(
          "(subscribe|observe|listen)\\w*"
              + "|(add|register|attach|install)\\w*"
              + "(Listener|Observer|Subscriber|Callback|Watcher|Hook|Handler)s?");

  /** Methods that may register one. */
  private static final Pattern REGISTERS =
      Pattern.compile(
          "(add|register|attach|install|bind|connect|listen)(\\w*)|on[A-Z]\\w*|when\\w*");

  /** Fields that are meant for listeners. */
  private static final Pattern LISTENERS =
      Pattern.compile(
          ".*(listener|observer|subscriber|subscription|callback|watcher)s?",
          Pattern.CASE_INSENSITIVE);

  /** The usual reason why a listener is not found again. */
  private static final String FRESH =
      "No removal has found a listener: only the very object that was registered can be removed,"
          + " and a lambda or method reference written twice makes two; keep the first in a field."
          + " ";

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    Frame registration = named(suspect.sites().callers(), REGISTERS_LISTENER);
    if (registration == null && share(suspect, FUNCTION) >= MOST) {
      registration = named(suspect.sites().callers(), REGISTERS);
    }
    if (registration == null && isRegistration(suspect.sites().called())) {
      registration = suspect.sites().called(); // the JDK's, which is called there
    }
    if (registration == null && !isHeldAsListeners(suspect) && share(suspect, LISTENER) < MOST) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding.ListenerLeak(
            suspect.details(
                Kind.LISTENER_LEAK,
                Wording.titleOfMany(suspect, "Listeners"),
                remedy(suspect, registration)),
            registration));
  }

  private static boolean isRegistration(Frame called) {
    return called != null && REGISTERS_LISTENER.matcher(called.methodName()).matches();
  }

  private static boolean isHeldAsListeners(Suspect suspect) {
    String holder = suspect.subject().holder();
    return holder != null && LISTENERS.matcher(holder).matches();
  }

  private static double share(Suspect suspect, Pattern pattern) {
    return suspect.facts().elements().stream()
        .filter(e -> pattern.matcher(Wording.simple(bare(e))).matches())
        .mapToDouble(ElementShare::share)
        .sum();
  }

  /** A hidden class without what follows the slash. */
  private static String bare(ElementShare element) {
    int slash = element.type().indexOf('/');
    return slash < 0 ? element.type() : element.type().substring(0, slash);
  }

  /** The first frame with such a method, in the library that inserts. */
  private static Frame named(List<Frame> callers, Pattern pattern) {
    for (Frame frame : callers.subList(0, Math.min(REACH, callers.size()))) {
      boolean same = Library.of(frame.className()).equals(Library.of(callers.get(0).className()));
      if (same && pattern.matcher(frame.methodName()).matches()) {
        return frame;
      }
    }
    return null;
  }

  private static String remedy(Suspect suspect, Frame registration) {
    String through = registration == null ? Wording.inserter(suspect) : registration.print();
    return Wording.unused(suspect)
        + (suspect.usage().removesInVain() ? FRESH : "")
        + "Unregister what comes in through "
        + through
        + " when its owner is closed or its subscription cancelled, or let "
        + Wording.holder(suspect)
        + " hold listeners weakly; register once, not at every call.";
  }
}
