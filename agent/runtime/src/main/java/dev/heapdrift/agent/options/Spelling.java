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

  /**
   * Whether the distance is 1. Most words differ at both ends and are done with after two letters:
   * an environment is large, and this code runs before it is compiled.
   */
  static boolean oneEdit(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int begin = 0;
    while (begin < shorter && a.charAt(begin) == b.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    int longer = Math.max(a.length(), b.length()) - begin - end;
    boolean swapped =
        longer == 2
            && a.length() == b.length()
            && a.charAt(begin) == b.charAt(begin + 1)
            && a.charAt(begin + 1) == b.charAt(begin);
    return longer == 1 || swapped;
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
