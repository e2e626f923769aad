package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Owner;
import java.util.Locale;

/** The words that the detectors' titles and remedies share. */
final class Wording {
  private static final String LOCAL = "local ";

  private Wording() {}

  /** One line: what, where it is held, what it does, where it is fed. */
  static String title(Suspect suspect, String what) {
    return what + held(suspect) + does(suspect, false);
  }

  /** The same of several things in one place: {@code Listeners}. */
  static String titleOfMany(Suspect suspect, String what) {
    String in = suspect.path().isEmpty() ? "" : " in";
    return what + in + held(suspect) + does(suspect, true);
  }

  private static String held(Suspect suspect) {
    Owner owner = suspect.facts().owner();
    if (owner == null) {
      return "";
    }
    return switch (owner.kind()) {
      case THREAD -> (isMap(suspect) ? " " : " of ") + owner.path();
      case LOCAL -> " held by a local variable, " + bare(owner.path()) + ',';
      case STATIC, THREAD_LOCAL, CAPTURED -> ' ' + owner.path();
    };
  }

  private static boolean isMap(Suspect suspect) {
    return suspect.facts().structure() == Structure.THREAD_LOCALS;
  }

  private static String bare(String path) {
    return path.startsWith(LOCAL) ? path.substring(LOCAL.length()) : path;
  }

  private static String does(Suspect suspect, boolean many) {
    Frame insertion = suspect.sites().insertion();
    String fed = insertion == null ? "" : ", fed at " + insertion.print();
    int members = suspect.subject().members().size();
    String siblings = suspect.subject().isGroup() ? " (" + members + " siblings)" : "";
    return siblings + ' ' + growth(suspect, many) + fed;
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

  /**
   * A rate as titles tell it, in three digits or so: {@code 2,640}, {@code 8.25}, {@code 0.0167}.
   */
  static String rate(double perSecond) {
    String form = perSecond >= 10 ? "%,.0f" : perSecond >= 1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, form, perSecond);
  }

  /** The remedy of what does not leak as it is. */
  static String remedy(Verdict verdict, String ofLeak) {
    return switch (verdict) {
      case UNBOUNDED, INCONCLUSIVE -> ofLeak;
      case SATURATING -> "None while it stays at this size. If it grows again: " + ofLeak;
      case SAWTOOTH -> "None while it is emptied as it was. If it is not: " + ofLeak;
    };
  }

  private static String growth(Suspect suspect, boolean many) {
    Trend trend = suspect.trend();
    Double rate = suspect.growth().entriesPerSecond();
    if (trend instanceof Trend.Unbounded && rate != null) {
      return (many ? "grow by " : "grows by ") + rate(rate) + " entries/s without bound";
    }
    if (trend instanceof Trend.Sawtooth) {
      return many ? "come and go" : "fills and empties";
    }
    String has = many ? "have" : "has";
    return trend instanceof Trend.Saturating end
        ? String.format(Locale.ROOT, "%s filled up to %,.0f entries", has, end.plateau())
        : has + " grown: " + trend.pattern();
  }
}
