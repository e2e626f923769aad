package dev.heapdrift.benchmarks.accuracy;

import dev.heapdrift.benchmarks.Table;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Predicate;

/** The scores as a Markdown table with a row of totals. */
final class ScoreTable {

  private ScoreTable() {}

  static void print(PrintStream out, String title, List<Score> scores) {
    Table table =
        new Table(
            out, title, "pair", "first", "line", "owner", "kind", "beside", "fixed silent", "said");
    for (Score score : scores) {
      table.row(
          score.pair().pair(),
          mark(score.first()),
          mark(score.line()),
          score.owner() == null ? "" : mark(score.owner()),
          mark(score.kind()),
          Integer.toString(score.beside()),
          mark(score.silent()),
          score.first() && score.kind() ? "" : score.said());
    }
    table.row(
        "**" + scores.size() + " pairs**",
        count(scores, Score::first),
        count(scores, Score::line),
        ownersOf(scores),
        count(scores, Score::kind),
        Integer.toString(scores.stream().mapToInt(Score::beside).sum()),
        count(scores, Score::silent),
        "");
  }

  private static String mark(boolean right) {
    return right ? "yes" : "**no**";
  }

  private static String count(List<Score> scores, Predicate<Score> right) {
    return Long.toString(scores.stream().filter(right).count());
  }

  /** Not every leak has an owner to show. */
  private static String ownersOf(List<Score> scores) {
    List<Score> owned = scores.stream().filter(score -> score.owner() != null).toList();
    return count(owned, Score::owner) + " of " + owned.size();
  }
}
