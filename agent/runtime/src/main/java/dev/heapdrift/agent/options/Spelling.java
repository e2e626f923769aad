package dev.heapdrift.agent.options;

/** How far a misspelt word is from a right one. */
final class Spelling {

  private Spelling() {}

  /**
   * Insertions, deletions, replacements and swaps of neighbours that turn {@code a} into {@code b}
   * (Damerau–Levenshtein, restricted to one edit per letter).
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int[][] d, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int cost = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1);
    cost = Math.min(cost, d[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cost, d[i - 2][j - 2] + 1) : cost;
  }
}
