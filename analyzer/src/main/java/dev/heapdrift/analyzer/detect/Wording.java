package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.Frame;
import java.util.Locale;

/** The words that the detectors' titles and remedies share. */
final class Wording {
  private Wording() {}

  /** One line: what, where it is held, what it does, where it is fed. */
  static String title(Suspect suspect, String what) {
    Frame insertion = suspect.sites().insertion();
    String held = suspect.path().isEmpty() ? "" : " " + suspect.path();
    String fed = insertion == null ? "" : ", fed at " + insertion.print();
    String many =
        suspect.subject().isGroup() ? " (" + suspect.subject().members().size() + " siblings)" : "";
    return what + held + many + ' ' + growth(suspect) + fed;
  }

  /** The place that holds the container, for use in a sentence. */
  static String holder(Suspect suspect) {
    String holder = suspect.subject().holder();
    if (holder != null) {
      return holder;
    }
    return suspect.path().isEmpty() ? "the " + simpleType(suspect) : suspect.path();
  }

  /** The place that inserts, for use in a sentence. */
  static String inserter(Suspect suspect) {
    Frame insertion = suspect.sites().insertion();
    return insertion == null ? "the inserting code" : insertion.print();
  }

  /** A sentence on the method that would take entries out and never ran; empty when all did. */
  static String unused(Suspect suspect) {
    Frame never = suspect.usage().neverRan();
    return never == null ? "" : never.print() + " never ran. ";
  }

  /** The container's class without its package. */
  static String simpleType(Suspect suspect) {
    return simple(suspect.facts().type());
  }

  /** The name of a class without its package and outer classes. */
  static String simple(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    return name.substring(name.lastIndexOf('$', name.length() - 2) + 1);
  }

  private static String growth(Suspect suspect) {
    Trend trend = suspect.trend();
    Double rate = suspect.growth().entriesPerSecond();
    if (trend instanceof Trend.Unbounded && rate != null) {
      String form = rate < 10 ? "%.2f" : "%.0f";
      return "grows by " + String.format(Locale.ROOT, form, rate) + " entries/s without bound";
    }
    if (trend instanceof Trend.Saturating end) {
      return String.format(Locale.ROOT, "has filled up to %.0f entries", end.plateau());
    }
    return trend instanceof Trend.Sawtooth ? "fills and empties" : "has grown: " + trend.pattern();
  }
}
