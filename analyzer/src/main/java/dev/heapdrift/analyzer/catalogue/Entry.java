package dev.heapdrift.analyzer.catalogue;

import dev.heapdrift.analyzer.finding.Known;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One entry of the catalogue, as it is written. What the other kind needs is null.
 *
 * @param id names it: lower case letters, digits and hyphens
 * @param kind {@code known-leak} or {@code benign}
 * @param library whose growth it is
 * @param match what it is about
 * @param reason why it grows, and why it ends or does not
 * @param source where that is written
 * @param upTo of benign growth: entries or objects up to which the reason explains it
 * @param unlessClassLoadersLeak of benign growth: true where its bound is the number of classes,
 *     which is none where class loaders leak; null for false
 * @param versions of a known leak: which versions have it
 * @param fix of a known leak: what mends it
 */
public record Entry(
    String id,
    String kind,
    String library,
    Match match,
    String reason,
    String source,
    Long upTo,
    Boolean unlessClassLoadersLeak,
    String versions,
    String fix) {
  /** Growth that ends. */
  static final String BENIGN = "benign";

  /** A leak that others have found before. */
  static final String KNOWN_LEAK = "known-leak";

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Checks that all is there that its kind needs, and nothing else. */
  public Entry {
    present(id, "id");
    require(ID.matcher(id).matches(), "id is \"" + id + "\", and must be like jdk-zones");
    present(kind, "kind");
    require(
        kind.equals(BENIGN) || kind.equals(KNOWN_LEAK),
        "kind is \"" + kind + "\", and must be benign or known-leak");
    present(library, "library");
    require(match != null, "match is missing");
    present(reason, "reason");
    present(source, "source");
    if (kind.equals(BENIGN)) {
      require(upTo != null && upTo > 0, "upTo must say how many entries the reason explains");
      require(versions == null && fix == null, "versions and fix are for known-leak");
    } else {
      present(versions, "versions");
      present(fix, "fix");
      require(
          upTo == null && unlessClassLoadersLeak == null,
          "upTo and unlessClassLoadersLeak are for benign");
    }
  }

  private static void present(String text, String key) {
    require(text != null && !text.isBlank(), key + " is missing");
  }

  private static void require(boolean met, String problem) {
    if (!met) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** Whether it is about growth that ends. */
  boolean isBenign() {
    return kind.equals(BENIGN);
  }

  /** What it says of something that it matches. */
  Known known(Traits traits, boolean classLoadersLeak) {
    return isBenign()
        ? new Known.Benign(id, library, reason, source, upTo, doubt(traits, classLoadersLeak))
        : new Known.Leak(id, library, reason, source, versions, fix);
  }

  private String doubt(Traits traits, boolean classLoadersLeak) {
    if (traits.size() < 0) {
      return "how many there are is not known";
    }
    if (traits.size() > upTo) {
      return String.format(Locale.ROOT, "there are %,d", traits.size());
    }
    return classLoadersLeak && Boolean.TRUE.equals(unlessClassLoadersLeak)
        ? "class loaders leak in this run, and with them classes"
        : null;
  }
}
