package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Stale;
import dev.heapdrift.analyzer.gate.Standing;
import dev.heapdrift.analyzer.report.SourcePlaces.Place;
import java.io.PrintWriter;

/**
 * Workflow commands that GitHub Actions turns into annotations: an error at the line of each
 * finding that fails, a warning for what is known or stale, and an error for a run that measured
 * nothing. See GitHub's page "Workflow commands for GitHub Actions"; a newline or a percent sign
 * that is not escaped would end the command, and what follows could be one of its own.
 */
public final class GithubAnnotations {
  private GithubAnnotations() {}

  /** Writes the commands, one a line. */
  public static void write(GateResult result, SourcePlaces places, PrintWriter out) {
    for (Gated gated : result.failing()) {
      command("error", places.of(gated.finding().details()), message(gated), out);
    }
    if (result.outcome() == Outcome.INCONCLUSIVE) {
      command("error", null, "inconclusive: " + GateWords.doubt(result), out);
    }
    for (Gated gated : result.with(Standing.KNOWN)) {
      command("warning", places.of(gated.finding().details()), message(gated), out);
    }
    for (Stale stale : result.stale()) {
      command("warning", null, GateWords.stale(stale), out);
    }
  }

  private static String message(Gated gated) {
    String what = GateWords.standing(gated) + ": " + GateWords.named(gated.finding());
    return what + '\n' + gated.finding().details().remedy();
  }

  private static void command(String level, Place place, String message, PrintWriter out) {
    StringBuilder text = new StringBuilder("::").append(level).append(' ');
    if (place != null && place.found()) {
      text.append("file=").append(property(place.path())).append(',');
      if (place.line() > 0) {
        text.append("line=").append(place.line()).append(',');
      }
    }
    text.append("title=heapdrift check::").append(data(message));
    out.print(text.append('\n'));
  }

  private static String data(String text) {
    return TextOut.safe(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
