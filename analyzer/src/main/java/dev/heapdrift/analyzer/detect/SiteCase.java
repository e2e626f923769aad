package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Fingerprint;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Interval;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.site.Pile;
import dev.heapdrift.analyzer.site.SiteSuspect;
import dev.heapdrift.analyzer.trend.Slope;
import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.analyzer.trend.Work;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Objects that pile up, as a {@link Detector} looks at them.
 *
 * @param suspect what piles up
 * @param application which classes are the application's; empty for all outside the JDK
 * @param room what it can still fill
 * @param work what the application did
 */
record SiteCase(SiteSuspect suspect, List<NamePattern> application, HeapRoom room, Work work) {
  /** Samples that make a kind: one may be a bystander. */
  private static final long MIN_SAMPLES = 2;

  private static final int MAX_STACKS = 5;

  /** The same, when something speaks against its being unbounded that its trend cannot show. */
  SiteCase doubted(String missing) {
    SiteSuspect less = suspect.with(KnownGrowth.doubted(suspect.trend(), missing));
    return new SiteCase(less, application, room, work);
  }

  /** The piles of one nature, most samples first; empty when they are too few to tell. */
  List<Pile> piles(Predicate<Pile> nature) {
    List<Pile> such = suspect.piles().stream().filter(nature).toList();
    return such.stream().mapToLong(Pile::samples).sum() >= MIN_SAMPLES ? such : List.of();
  }

  /** The first frame of the application in most of these piles. */
  static Frame site(List<Pile> piles) {
    return Objects.requireNonNull(mostFrequent(piles, frame -> true));
  }

  /**
   * The same without constructors: what one allocates belongs to its object, and who made that is
   * nearer to who keeps it.
   */
  static Frame maker(List<Pile> piles) {
    Frame maker = mostFrequent(piles, frame -> !frame.methodName().equals("<init>"));
    return maker == null ? site(piles) : maker;
  }

  private static Frame mostFrequent(List<Pile> piles, Predicate<Frame> such) {
    Map<Frame, Long> frames = new LinkedHashMap<>();
    for (Pile pile : piles) {
      List<Frame> stack = pile.stack().stream().filter(such).toList();
      AppFrames.first(stack).ifPresent(f -> frames.merge(f, pile.samples(), Long::sum));
    }
    return Sites.mostFrequent(frames);
  }

  /**
   * What every finding tells.
   *
   * @param kind its kind
   * @param type what piles up, or the class of what holds it where that is known
   * @param main the piles that make the kind; their site is the insertion site
   * @param title one line
   * @param remedy what would fix it
   */
  Details details(Kind kind, String type, List<Pile> main, String title, String remedy) {
    return details(kind, type, main, site(main), title, remedy);
  }

  /** The same where the insertion site is another frame of these piles. */
  Details details(
      Kind kind, String type, List<Pile> main, Frame site, String title, String remedy) {
    List<Frame> callers = callers(main, site);
    Frame caller = Library.application(callers, application);
    Trend trend = suspect.trend();
    boolean unbounded = trend instanceof Trend.Unbounded;
    return new Details(
        unbounded ? Verdict.UNBOUNDED : Verdict.INCONCLUSIVE,
        unbounded ? ((Trend.Unbounded) trend).confidence() : 0,
        Fingerprint.of(kind, type, holder(), site),
        title,
        container(type),
        site,
        caller == null || caller.equals(site) ? null : caller,
        stacks(main),
        growth(),
        evidence(),
        Points.decimated(suspect.points()),
        List.of(),
        remedy,
        List.of());
  }

  /** The finding, of a kind that has nothing else to tell; what it takes is as for the details. */
  Finding finding(Kind kind, String type, List<Pile> main, String title, String remedy) {
    return new Finding.Plain(kind, details(kind, type, main, title, remedy));
  }

  /** What piles up, as reports name it. */
  Container container(String type) {
    String path =
        suspect.owner() == null
            ? LinkedStructureDetector.impliedOwner(type)
            : suspect.owner().path();
    return new Container(type, path, holder(), suspect.objects(), 1, shares());
  }

  private String holder() {
    return suspect.owner() == null ? null : suspect.owner().holder();
  }

  private static List<Frame> callers(List<Pile> main, Frame site) {
    for (Pile pile : main) {
      int at = pile.stack().indexOf(site);
      if (at >= 0) {
        return pile.stack().subList(at, pile.stack().size());
      }
    }
    return List.of(site);
  }

  private List<ElementShare> shares() {
    Map<String, Long> types = new LinkedHashMap<>();
    suspect.piles().forEach(pile -> types.merge(pile.type(), pile.samples(), Long::sum));
    double all = types.values().stream().mapToLong(Long::longValue).sum();
    List<ElementShare> shares = new ArrayList<>();
    types.forEach((type, samples) -> shares.add(new ElementShare(type, samples / all)));
    return shares;
  }

  /** Those that make the kind first. */
  private List<GrowthStack> stacks(List<Pile> main) {
    Map<List<Frame>, Long> samples = new LinkedHashMap<>();
    main.forEach(pile -> samples.merge(pile.stack(), pile.samples(), Long::sum));
    suspect.piles().stream()
        .filter(pile -> !main.contains(pile))
        .forEach(pile -> samples.merge(pile.stack(), pile.samples(), Long::sum));
    long all = samples.values().stream().mapToLong(Long::longValue).sum();
    List<GrowthStack> stacks = new ArrayList<>();
    samples.forEach(
        (stack, count) -> {
          Double share = all < GrowthStack.MIN_SAMPLES ? null : (double) count / all;
          if (stacks.size() < MAX_STACKS) {
            stacks.add(new GrowthStack(share, count, stack));
          }
        });
    return stacks;
  }

  private Growth growth() {
    Slope slope = suspect.trend().slope();
    if (slope == null) {
      return Growth.UNMEASURED;
    }
    double each = suspect.bytesPerObject();
    boolean fills = each > 0 && room.bytes() >= 0 && slope.low() > 0;
    double objects = fills ? room.bytes() / each : 0;
    return new Growth(
        slope.perSecond(),
        new Interval(slope.low(), slope.high()),
        each < 0 ? null : slope.perSecond() * each,
        work.perUnit(suspect.points()),
        fills ? objects / slope.perSecond() : null,
        fills ? new Interval(objects / slope.high(), objects / slope.low()) : null,
        null);
  }

  private Evidence evidence() {
    Trend trend = suspect.trend();
    List<SizePoint> points = suspect.points();
    String missing = trend instanceof Trend.Inconclusive open ? open.missing() : null;
    return new Evidence(
        points.size(),
        Points.spanSeconds(points),
        null,
        null,
        null,
        null,
        null,
        trend.pattern(),
        missing);
  }
}
