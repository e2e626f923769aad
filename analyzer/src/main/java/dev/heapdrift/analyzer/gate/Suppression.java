package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.catalogue.Match;
import dev.heapdrift.analyzer.catalogue.Traits;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.series.NamePattern;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule that leaves findings out, as it is written.
 *
 * @param kind of the findings; null for any
 * @param match what it is about, as in the catalogue
 * @param reason why they do not count
 * @param owner who answers for it; null when nobody has said
 * @param expires last day on which it holds, {@code 2026-03-31}; null for no end
 */
public record Suppression(String kind, Match match, String reason, String owner, String expires) {

  /** Checks what a person has written. */
  public Suppression {
    Written.require(match != null, "match is missing");
    Written.require(reason != null && !reason.isBlank(), "reason is missing");
    if (kind != null) {
      FailOn.kind(kind);
    }
    Written.date(expires);
  }

  boolean matches(Finding finding) {
    return (kind == null || kind.equals(finding.kind().label()))
        && match.matches(Traits.of(finding.details()));
  }

  boolean expired(LocalDate today) {
    return Written.isOver(expires, today);
  }

  /** What reports call it. */
  String named() {
    String patterns =
        Stream.of(match.owner(), match.site())
            .flatMap(List::stream)
            .map(NamePattern::text)
            .collect(Collectors.joining(", "));
    return kind == null ? patterns : kind + " of " + patterns;
  }
}
