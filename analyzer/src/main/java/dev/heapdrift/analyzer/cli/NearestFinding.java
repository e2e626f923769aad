package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.finding.Finding;
import java.util.Comparator;
import java.util.List;

/** Suggests a finding to somebody who has mistyped a fingerprint, or copied a part of it. */
final class NearestFinding {
  private NearestFinding() {}

  /** A sentence that says that no finding has the fingerprint. */
  static String to(String fingerprint, List<Finding> findings) {
    String nearest = nearest(fingerprint, findings);
    return "no finding has the fingerprint " + fingerprint + nearest;
  }

  private static String nearest(String fingerprint, List<Finding> findings) {
    return findings.stream()
        .min(Comparator.comparingInt(finding -> distance(fingerprint, finding)))
        .map(
            nearest ->
                "; the nearest is "
                    + nearest.details().fingerprint()
                    + ": "
                    + nearest.details().title())
        .orElse("; these snapshots show no finding");
  }

  /** None for its beginning, else how many digits are not as they should be. */
  private static int distance(String typed, Finding finding) {
    String right = finding.details().fingerprint();
    return right.startsWith(typed) ? -1 : edits(typed, right);
  }

  /** Letters to insert, drop or replace (Levenshtein), by rows. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
