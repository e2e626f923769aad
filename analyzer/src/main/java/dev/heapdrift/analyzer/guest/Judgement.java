package dev.heapdrift.analyzer.guest;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.LeakAnalysis;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.SnapshotFiles;
import dev.heapdrift.analyzer.series.Unreadable;
import dev.heapdrift.snapshot.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** What {@code heapdrift leaks} says of some files, as texts by the names of its JSON. */
public final class Judgement {
  /** Findings told, by rank. */
  static final int MOST = 100;

  private Judgement() {}

  /**
   * Judges snapshots. Files that cannot be used are left out.
   *
   * @param files snapshots of one JVM
   * @return of the whole {@code outcome}, {@code snapshots} and {@code spanSeconds}; then, by rank,
   *     of each finding {@code rank}, {@code kind}, {@code verdict}, {@code confidence}, {@code
   *     fingerprint}, {@code title}, {@code insertionSite}, {@code owner}, {@code remedy} and
   *     {@code entriesPerSecond}, without those that are not known
   * @throws IOException when no file can be used, with one line that says why
   * @throws CancellationException when the thread is interrupted
   */
  public static List<Map<String, String>> of(List<Path> files) throws IOException {
    SnapshotFiles read = SnapshotFiles.read(files, Judgement::goOn);
    if (read.runs().isEmpty()) {
      throw new IOException(problem(read.unreadable()));
    }
    Analysis analysis = new LeakAnalysis(List.of(), List.of()).analyse(read);
    List<Finding> findings = analysis.findings();
    List<Map<String, String>> answer = new ArrayList<>();
    answer.add(whole(analysis));
    for (int i = 0; i < Math.min(MOST, findings.size()); i++) {
      answer.add(finding(i + 1, findings.get(i)));
    }
    return answer;
  }

  private static void goOn(int done, int of) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted after " + done + " of " + of + " snapshots");
    }
  }

  private static String problem(List<Unreadable> unreadable) {
    if (unreadable.isEmpty()) {
      return "there is no snapshot";
    }
    Unreadable first = unreadable.get(0);
    return "no snapshot can be read: " + first.file().getFileName() + ": " + first.problem();
  }

  private static Map<String, String> whole(Analysis analysis) {
    return Map.of(
        "outcome", analysis.outcome().label(),
        "snapshots", Integer.toString(analysis.snapshots()),
        "spanSeconds", Double.toString(analysis.spanSeconds()));
  }

  private static Map<String, String> finding(int rank, Finding finding) {
    Details details = finding.details();
    Map<String, String> facts = new HashMap<>();
    facts.put("rank", Integer.toString(rank));
    facts.put("kind", finding.kind().label());
    facts.put("verdict", details.verdict().label());
    put(facts, "confidence", claimed(details));
    facts.put("fingerprint", details.fingerprint());
    facts.put("title", details.title());
    Frame site = details.insertionSite();
    put(facts, "insertionSite", site == null ? null : site.print());
    put(facts, "owner", details.container().owner());
    put(facts, "remedy", details.remedy());
    put(facts, "entriesPerSecond", details.growth().entriesPerSecond());
    return facts;
  }

  /** None is claimed of what is left open. */
  private static Double claimed(Details details) {
    return details.verdict() == Verdict.INCONCLUSIVE ? null : details.confidence();
  }

  private static void put(Map<String, String> facts, String name, Object known) {
    if (known != null) {
      facts.put(name, known.toString());
    }
  }
}
