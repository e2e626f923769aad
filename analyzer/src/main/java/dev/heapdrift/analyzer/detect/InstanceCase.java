package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.site.InstanceSuspect;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.analyzer.site.SiteSuspect;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.Work;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.Owner;
import java.util.ArrayList;
import java.util.List;

/**
 * What should end and stays, as {@link InstanceDetector} looks at it.
 *
 * @param kind what it is
 * @param made the line that makes it and how many stay
 * @param undercounted whether the agent lost sight of some as they were made
 * @param holder the container without bound that holds it, or null when none is known
 * @param alongside what else stays by the same cause
 */
record InstanceCase(
    InstanceFacts.Kind kind,
    SiteCase made,
    boolean undercounted,
    Suspect holder,
    List<Container> alongside) {

  /** How much of native memory, of threads or of descriptors is left is not known. */
  private static final HeapRoom UNKNOWN_ROOM = new HeapRoom(-1);

  /** One whose holder and company are not known yet. */
  static InstanceCase of(
      InstanceSuspect suspect, Work work, List<NamePattern> application, boolean undercounted) {
    SiteCase made = new SiteCase(suspect.suspect(), application, UNKNOWN_ROOM, work);
    return new InstanceCase(suspect.kind(), made, undercounted, null, List.of());
  }

  /** The same, held by a container if any, and with what stays by the same cause. */
  InstanceCase with(Suspect container, List<InstanceCase> company) {
    List<Container> others = company.stream().map(InstanceCase::container).toList();
    return new InstanceCase(kind, made, undercounted, container, others);
  }

  /** The same, when something speaks against its being unbounded that its series cannot show. */
  InstanceCase doubted(String missing) {
    return new InstanceCase(kind, made.doubted(missing), undercounted, holder, alongside);
  }

  boolean unbounded() {
    return trend() instanceof Trend.Unbounded;
  }

  Trend trend() {
    return suspect().trend();
  }

  SiteSuspect suspect() {
    return made.suspect();
  }

  /** The class of most of them. */
  String type() {
    return suspect().piles().get(0).type();
  }

  /** The line that makes them, for use in a sentence. */
  String site() {
    return SiteCase.site(suspect().piles()).print();
  }

  /** The place that holds them, for use in a sentence, or null. */
  String keeper() {
    if (holder != null) {
      return Wording.holder(holder);
    }
    Owner owner = suspect().owner();
    if (owner == null) {
      return null;
    }
    boolean path = owner.holder() == null || owner.kind() == Owner.Kind.CAPTURED;
    return path ? owner.path() : owner.holder();
  }

  /** Whether most of them are made by way of a class. */
  boolean by(String className) {
    return suspect().piles().get(0).stack().stream()
        .anyMatch(frame -> frame.className().equals(className));
  }

  /**
   * The finding.
   *
   * @param of its kind
   * @param subject what is made how, such as {@code Threads started}
   * @param stay what they do not do, such as {@code never end}
   * @param remedy what would fix it
   */
  Finding finding(Kind of, String subject, String stay, String remedy) {
    List<Pile> piles = suspect().piles();
    String title = subject + " at " + site() + ' ' + behaviour(stay);
    Details details =
        holder == null
            ? made.details(of, type(), piles, title, remedy)
            : holder.details(of, title, remedy);
    List<Container> company = new ArrayList<>(details.alongside());
    company.addAll(alongside);
    Frame line = holder == null ? null : SiteCase.site(piles);
    return new Finding.Unended(of, details.with(company), line);
  }

  private String behaviour(String stay) {
    String held = keeper() == null ? "" : ", held by " + keeper();
    if (!unbounded() && holder == null) {
      return "pile up" + held;
    }
    String rate =
        trend().slope() == null
            ? ""
            : ": " + Wording.rate(trend().slope().perSecond()) + " more a second";
    return stay + rate + held;
  }

  private Container container() {
    return made.container(type());
  }
}
