package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.json.JsonFileException;
import dev.heapdrift.analyzer.json.StrictJson;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Findings that are known, by fingerprint.
 *
 * @param name what reports call it: {@code baseline}, or {@code earlier runs}
 * @param entries each with a fingerprint of its own
 */
public record Baseline(String name, List<BaselineEntry> entries) {
  /** Of a file. */
  public static final String FILE = "baseline";

  /** Names the form of the file. */
  public static final String SCHEMA = "heapdrift-baseline/1";

  private static final String EARLIER = "earlier runs";

  /** Copies the list. */
  public Baseline {
    entries = List.copyOf(entries);
  }

  /**
   * The file as it is written.
   *
   * @param schema names this form
   * @param entries see {@link BaselineEntry}
   */
  record Content(String schema, List<BaselineEntry> entries) {
    Content {
      entries = Written.list(schema, SCHEMA, entries, "entries");
      Set<String> seen = new HashSet<>();
      for (BaselineEntry entry : entries) {
        Written.require(
            seen.add(entry.fingerprint()),
            "two entries have the fingerprint " + entry.fingerprint());
      }
    }
  }

  /** None known yet. */
  public static Baseline empty() {
    return new Baseline(FILE, List.of());
  }

  /**
   * Reads a file.
   *
   * @throws JsonFileException when it cannot be read or understood
   */
  public static Baseline read(Path file) throws JsonFileException {
    return new Baseline(FILE, StrictJson.read(file, Content.class).entries());
  }

  /** What an earlier build has shown. */
  public static Baseline of(Analysis earlier) {
    return new Baseline(EARLIER, merged(earlier.findings()));
  }

  /** The text of the file. */
  public String print() {
    return StrictJson.print(new Content(SCHEMA, entries));
  }

  /** The entry for a finding, or null. */
  BaselineEntry entry(Details finding) {
    for (BaselineEntry entry : entries) {
      if (entry.fingerprint().equals(finding.fingerprint())) {
        return entry;
      }
    }
    return null;
  }

  /**
   * The baseline after somebody has accepted a result: its leaks are taken in, what people wrote is
   * kept, and what was not found again is left out, but only where the run was conclusive. Neither
   * what a rule suppresses nor what is below the threshold is taken in, and no expiry is put off.
   */
  public Baseline updated(GateResult result) {
    SortedMap<String, BaselineEntry> updated = new TreeMap<>();
    Set<String> seen = fingerprints(result.analysis().findings());
    for (BaselineEntry entry : entries) {
      if (!result.conclusive() || seen.contains(entry.fingerprint())) {
        updated.put(entry.fingerprint(), entry);
      }
    }
    for (BaselineEntry leak : merged(taken(result))) {
      updated.merge(leak.fingerprint(), leak, BaselineEntry::raisedTo);
    }
    return new Baseline(name, List.copyOf(updated.values()));
  }

  /** Entries that another baseline lacks. */
  public List<BaselineEntry> without(Baseline other) {
    Set<String> kept = new HashSet<>();
    other.entries.forEach(entry -> kept.add(entry.fingerprint()));
    return entries.stream().filter(entry -> !kept.contains(entry.fingerprint())).toList();
  }

  private static List<Finding> taken(GateResult result) {
    return result.findings().stream()
        .filter(gated -> gated.finding().verdict() == Verdict.UNBOUNDED)
        .filter(gated -> gated.standing().fails() || gated.standing() == Standing.KNOWN)
        .map(Gated::finding)
        .toList();
  }

  /** One entry for each fingerprint, with the largest rates; unbounded before inconclusive. */
  private static List<BaselineEntry> merged(Collection<Finding> findings) {
    SortedMap<String, BaselineEntry> byFingerprint = new TreeMap<>();
    findings.stream()
        .filter(Baseline::isOfInterest)
        .sorted(Comparator.comparing(Finding::verdict))
        .map(BaselineEntry::of)
        .forEach(
            entry ->
                byFingerprint.merge(
                    entry.fingerprint(),
                    entry,
                    (first, next) ->
                        first.verdict().equals(next.verdict()) ? first.raisedTo(next) : first));
    return List.copyOf(byFingerprint.values());
  }

  /** Fingerprints of what leaks or may leak. */
  static Set<String> fingerprints(List<Finding> findings) {
    return findings.stream()
        .filter(Baseline::isOfInterest)
        .map(finding -> finding.details().fingerprint())
        .collect(Collectors.toSet());
  }

  private static boolean isOfInterest(Finding finding) {
    return finding.verdict() == Verdict.UNBOUNDED || finding.verdict() == Verdict.INCONCLUSIVE;
  }
}
