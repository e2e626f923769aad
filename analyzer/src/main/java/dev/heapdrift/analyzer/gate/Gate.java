package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.Analysis.WatchedRun;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Decides which findings fail a build.
 *
 * @param threshold which leaks fail
 * @param known lists of what is known; the first that holds an expired entry or accepts decides
 * @param suppressions rules that leave findings out
 * @param tolerance how much faster than it did a known leak may grow, as a part of its rate
 * @param today decides which entries have expired
 */
public record Gate(
    Threshold threshold,
    List<Baseline> known,
    Suppressions suppressions,
    double tolerance,
    LocalDate today) {

  /** Copies the list. */
  public Gate {
    known = List.copyOf(known);
  }

  /** The same gate with another list in place of the one of that name. */
  public Gate with(Baseline list) {
    List<Baseline> lists =
        known.stream().map(old -> old.name().equals(list.name()) ? list : old).toList();
    return new Gate(threshold, lists, suppressions, tolerance, today);
  }

  /** Judges every finding of an analysis. */
  public GateResult apply(Analysis analysis) {
    Set<Suppression> used = new HashSet<>();
    List<Gated> findings =
        analysis.findings().stream().map(finding -> judge(finding, used)).toList();
    boolean fails = findings.stream().anyMatch(gated -> gated.standing().fails());
    boolean conclusive = conclusive(analysis, findings);
    Outcome outcome = fails ? Outcome.LEAKS : conclusive ? Outcome.CLEAN : Outcome.INCONCLUSIVE;
    return new GateResult(
        outcome, conclusive, analysis, findings, !known.isEmpty(), stale(analysis, used));
  }

  private Gated judge(Finding finding, Set<Suppression> used) {
    Verdict verdict = finding.verdict();
    if (verdict != Verdict.UNBOUNDED && verdict != Verdict.INCONCLUSIVE) {
      return new Gated(finding, Standing.BOUNDED, null, null);
    }
    for (Suppression rule : suppressions.rules()) {
      if (rule.matches(finding)) {
        used.add(rule);
        if (!rule.expired(today)) {
          return new Gated(finding, Standing.SUPPRESSED, rule.named(), rule.reason());
        }
      }
    }
    String below = verdict == Verdict.UNBOUNDED ? threshold.below(finding) : null;
    return below == null ? compare(finding) : new Gated(finding, Standing.BELOW, below, null);
  }

  private Gated compare(Finding finding) {
    boolean leak = finding.verdict() == Verdict.UNBOUNDED;
    Details details = finding.details();
    Gated worse = null;
    for (Baseline list : known) {
      BaselineEntry entry = list.entry(details);
      if (entry == null) {
        continue;
      }
      if (entry.expired(today)) {
        String why = "expired in the " + list.name() + " on " + entry.expires();
        return new Gated(finding, leak ? Standing.EXPIRED : Standing.OPEN, why, entry.reason());
      }
      String why = entry.worse(details, tolerance, list.name());
      if (why == null) {
        return new Gated(finding, Standing.KNOWN, "in the " + list.name(), entry.reason());
      }
      worse = worse == null ? new Gated(finding, Standing.WORSE, why, entry.reason()) : worse;
    }
    if (worse != null) {
      return worse;
    }
    return leak
        ? new Gated(finding, Standing.NEW, unknown(), null)
        : new Gated(finding, Standing.OPEN, details.evidence().missing(), null);
  }

  private String unknown() {
    return known.isEmpty()
        ? null
        : "not in the " + String.join(" or the ", known.stream().map(Baseline::name).toList());
  }

  private static boolean conclusive(Analysis analysis, List<Gated> findings) {
    // By identity: findings are large, and one may equal that of another run.
    Set<Finding> open = Collections.newSetFromMap(new IdentityHashMap<>());
    findings.stream()
        .filter(gated -> gated.standing() == Standing.OPEN)
        .forEach(gated -> open.add(gated.finding()));
    return !analysis.runs().isEmpty()
        && analysis.runs().stream().map(WatchedRun::findings).allMatch(run -> answered(run, open));
  }

  /** Whether a run was measured, and all that still grows in it is judged, known or left out. */
  private static boolean answered(Findings run, Set<Finding> open) {
    if (!run.measured() || !run.open()) {
      return run.measured();
    }
    List<Finding> doubts =
        run.list().stream().filter(f -> f.verdict() == Verdict.INCONCLUSIVE).toList();
    return !doubts.isEmpty() && doubts.stream().noneMatch(open::contains);
  }

  private List<Stale> stale(Analysis analysis, Set<Suppression> used) {
    Set<String> found = Baseline.fingerprints(analysis.findings());
    List<Stale> stale = new ArrayList<>();
    for (Baseline list : known) {
      if (list.name().equals(Baseline.FILE)) {
        list.entries().forEach(entry -> add(stale, stale(entry, found)));
      }
    }
    suppressions.rules().forEach(rule -> add(stale, stale(rule, used)));
    return stale;
  }

  private static void add(List<Stale> stale, Stale one) {
    if (one != null) {
      stale.add(one);
    }
  }

  private Stale stale(BaselineEntry entry, Set<String> found) {
    String why = why(entry.expired(today), entry.expires(), found.contains(entry.fingerprint()));
    return why == null
        ? null
        : new Stale(Baseline.FILE, entry.named(), entry.reason(), entry.owner(), why);
  }

  private Stale stale(Suppression rule, Set<Suppression> used) {
    String why = why(rule.expired(today), rule.expires(), used.contains(rule));
    return why == null
        ? null
        : new Stale("suppressions", rule.named(), rule.reason(), rule.owner(), why);
  }

  private static String why(boolean expired, String expires, boolean used) {
    return expired ? "expired on " + expires : used ? null : Stale.UNUSED;
  }
}
