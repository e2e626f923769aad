package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.finding.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the gate says.
 *
 * @param outcome {@code LEAKS} when a finding fails; else {@code INCONCLUSIVE} when too little was
 *     measured; else {@code CLEAN}, the only one that passes
 * @param conclusive whether all runs were measured, and nothing grows in them unjudged
 * @param analysis what was judged
 * @param findings every finding of it, by rank, also those that are alike
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

  /**
   * The findings for people, by rank: what the JVMs of a build show alike, as its forks do, is one,
   * of the worst standing that it has in any.
   */
  public List<Gated> distinct() {
    Map<String, List<Gated>> alike = new LinkedHashMap<>();
    for (Gated gated : findings) {
      String fingerprint = gated.finding().details().fingerprint();
      alike.computeIfAbsent(fingerprint, first -> new ArrayList<>()).add(gated);
    }
    return alike.values().stream().map(GateResult::one).toList();
  }

  private static Gated one(List<Gated> alike) {
    Gated worst = Collections.min(alike, Comparator.comparing(Gated::standing));
    long times = alike.stream().filter(gated -> gated.standing() == worst.standing()).count();
    return times == 1 ? worst : worst.because("found " + times + " times");
  }

  /** Findings that fail, by rank, each once. */
  public List<Gated> failing() {
    return distinct().stream().filter(gated -> gated.standing().fails()).toList();
  }

  /** Findings of one standing, by rank, each once. */
  public List<Gated> with(Standing standing) {
    return distinct().stream().filter(gated -> gated.standing() == standing).toList();
  }
}
