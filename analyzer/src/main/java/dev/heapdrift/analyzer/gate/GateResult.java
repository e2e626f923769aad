package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.finding.Outcome;
import java.util.List;

/**
 * What the gate says.
 *
 * @param outcome {@code LEAKS} when a finding fails; else {@code INCONCLUSIVE} when too little was
 *     measured; else {@code CLEAN}, the only one that passes
 * @param conclusive whether all runs were measured, and nothing grows in them unjudged
 * @param analysis what was judged
 * @param findings every finding of it, by rank
 * @param compared whether there was anything to compare with, so that known findings have a meaning
 * @param stale entries and rules that have expired or met nothing
 */
public record GateResult(
    Outcome outcome,
    boolean conclusive,
    Analysis analysis,
    List<Gated> findings,
    boolean compared,
    List<Stale> stale) {

  /** Copies the lists. */
  public GateResult {
    findings = List.copyOf(findings);
    stale = List.copyOf(stale);
  }

  /** Whether every JVM was watched for long enough for something to grow, and there is one. */
  public boolean measured() {
    return !analysis.runs().isEmpty()
        && analysis.runs().stream().allMatch(run -> run.findings().measured());
  }

  /** Findings that fail, by rank. */
  public List<Gated> failing() {
    return findings.stream().filter(gated -> gated.standing().fails()).toList();
  }

  /** Findings of one standing, by rank. */
  public List<Gated> with(Standing standing) {
    return findings.stream().filter(gated -> gated.standing() == standing).toList();
  }
}
