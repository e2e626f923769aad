package dev.heapdrift.analyzer.finding;

/**
 * What the catalogue of known growth says about a finding. It is printed with the finding, whatever
 * the verdict.
 */
public sealed interface Known {

  /** Names the entry of the catalogue, such as {@code jdk-method-types}. */
  String id();

  /** Whose growth it is, such as {@code Jackson core}. */
  String library();

  /** Why it grows; a sentence. */
  String reason();

  /** Where that is written. */
  String source();

  /**
   * Growth that is known to end. Where that holds, a finding that would be unbounded is
   * inconclusive.
   *
   * @param id names the entry
   * @param library whose growth it is
   * @param reason why it grows, and why it ends
   * @param source where that is written
   * @param upTo entries, or objects, up to which the reason explains it
   * @param doubt why the reason does not hold here; null where it holds
   */
  record Benign(String id, String library, String reason, String source, long upTo, String doubt)
      implements Known {

    /** Whether the reason explains what was seen. */
    public boolean holds() {
      return doubt == null;
    }
  }

  /**
   * A leak that others have found before. The verdict is what it would be without.
   *
   * @param id names the entry
   * @param library whose leak it is
   * @param reason why it leaks
   * @param source where that is written: a CVE, an issue
   * @param versions which versions leak
   * @param fix what mends it
   */
  record Leak(String id, String library, String reason, String source, String versions, String fix)
      implements Known {}
}
