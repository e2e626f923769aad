package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.catalogue.Traits;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Known;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.InstanceFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the catalogue says of a run. Growth that is known to end is not called unbounded while it is
 * below its bound, and explains nothing beside it; every finding carries what is known of it.
 */
final class KnownGrowth {
  private final Catalogue catalogue;
  private final boolean classLoadersLeak;

  KnownGrowth(Catalogue catalogue, List<InstanceCase> instances) {
    this.catalogue = catalogue;
    this.classLoadersLeak =
        instances.stream()
            .anyMatch(each -> each.unbounded() && each.kind() == InstanceFacts.Kind.CLASS_LOADER);
  }

  /** The same, or less than unbounded where its growth is known to end. */
  Judged doubted(Judged judged) {
    if (!judged.unbounded()) {
      return judged;
    }
    return excuse(traits(judged.subject()))
        .map(missing -> new Judged(judged.subject(), doubted(judged.trend(), missing)))
        .orElse(judged);
  }

  /** A trend that something speaks against which its series cannot show. */
  static Trend doubted(Trend trend, String missing) {
    return new Trend.Inconclusive(trend.slope(), true, trend.pattern(), missing);
  }

  /** What is missing for an unbounded finding whose growth is known to end; null for any other. */
  String excuse(Finding finding) {
    return finding.verdict() == Verdict.UNBOUNDED
        ? excuse(Traits.of(finding.details())).orElse(null)
        : null;
  }

  /** The finding with what is known of it. */
  Finding noted(Finding finding) {
    List<Known> known = known(Traits.of(finding.details()));
    Details details = finding.details();
    return known.isEmpty()
        ? finding
        : finding.with(details.noted(known).remedied(remedy(known, details.remedy())));
  }

  private static String remedy(List<Known> known, String ofLeak) {
    return known.stream()
        .filter(each -> each instanceof Known.Benign benign && benign.holds())
        .map(each -> (Known.Benign) each)
        .findFirst()
        .map(
            each ->
                String.format(
                    Locale.ROOT,
                    "None below %,d entries, where this growth is known to end. Beyond: %s",
                    each.upTo(),
                    ofLeak))
        .orElse(ofLeak);
  }

  private Optional<String> excuse(Traits traits) {
    return known(traits).stream()
        .filter(known -> known instanceof Known.Benign benign && benign.holds())
        .map(known -> missing((Known.Benign) known))
        .findFirst();
  }

  private static String missing(Known.Benign benign) {
    return String.format(
        Locale.ROOT,
        "whether it ends, as %s is known to below %,d; observe it for longer",
        benign.id(),
        benign.upTo());
  }

  private List<Known> known(Traits traits) {
    return catalogue.known(traits, classLoadersLeak);
  }

  // Sites do not depend on which classes are the application's: those only name a caller.
  private static Traits traits(Subject subject) {
    Sites sites = Sites.of(subject.members(), List.of());
    String path = subject.facts().owner() == null ? null : subject.facts().owner().path();
    return Traits.of(path, subject.holder(), subject.size(), sites.stacks(), sites.insertion());
  }
}
