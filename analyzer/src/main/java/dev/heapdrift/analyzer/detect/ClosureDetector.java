package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lambdas and anonymous classes that somebody keeps, and with them all that they capture. */
final class ClosureDetector implements Detector<SiteCase> {
  private static final Pattern CLOSURE = Pattern.compile(".+\\$\\$Lambda.*|.+\\$\\d+");

  @Override
  public Optional<Finding> detect(SiteCase suspect) {
    List<Pile> closures =
        suspect.piles(
            pile -> CLOSURE.matcher(pile.type()).matches() && AppFrames.isApplication(pile.type()));
    if (closures.isEmpty()) {
      return Optional.empty();
    }
    Frame site = SiteCase.site(closures);
    String type = closures.get(0).type();
    return Optional.of(
        suspect.finding(
            Kind.CLOSURE_CAPTURE,
            type,
            closures,
            "Closures made at " + site.print() + " pile up",
            "Find who keeps what "
                + site.print()
                + " hands over, and take it back when it is done; until then copy what the body"
                + " needs into local variables, so that it does not hold the object around"
                + " it."));
  }
}
