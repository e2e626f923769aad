package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.trend.Check;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything about one finding, for people: the finding as the report of all prints it, then a
 * section for each thing that stands behind it.
 *
 * @param style what their terminal can show
 */
public record ExplanationText(Style style) {
  private static final int POINTS_A_LINE = 5;

  /** Containers of a group that are printed; JSON has all. */
  private static final int MEMBERS = 50;

  /** Writes the findings of one fingerprint: of several JVMs, or of containers alike. */
  public void write(List<Explanation> explanations, PrintWriter writer) {
    TextOut out = new TextOut(writer);
    for (int i = 0; i < explanations.size(); i++) {
      if (i > 0) {
        out.blank();
      }
      write(explanations.get(i), out);
    }
  }

  private void write(Explanation explanation, TextOut out) {
    Finding finding = explanation.finding();
    FindingText text = new FindingText(style, out);
    out.line(
        style.strong("heapdrift: ")
            + "what is known about "
            + finding.details().fingerprint()
            + " in the JVM "
            + TextOut.safe(explanation.startId()));
    out.blank();
    text.facts("", finding);
    considered(explanation, out);
    points(explanation.points(), out);
    elements(finding.details().container(), out);
    zoom(explanation, out);
    members(explanation.members(), out);
    if (!explanation.stacks().isEmpty()) {
      section("stacks, most recent frame first", out);
      text.stacks(finding, explanation.stacks(), Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
  }

  private void section(String title, TextOut out) {
    out.blank();
    out.line(style.strong(title));
  }

  private void considered(Explanation explanation, TextOut out) {
    if (explanation.considered().isEmpty()) {
      return;
    }
    section("what was considered: why " + explanation.finding().verdict().label(), out);
    for (Check check : explanation.considered()) {
      String answer = check.passed() ? "   yes  " : "   no   ";
      String sentence = check.seen() + "; needed: " + check.needed();
      out.labelled(answer + String.format("%-17s ", check.name()), sentence);
    }
  }

  private void points(List<SizePoint> points, TextOut out) {
    if (points.isEmpty()) {
      return;
    }
    section("sizes, " + Quantity.count(points.size()) + " readings at JVM uptimes", out);
    if (points.size() > 1) {
      out.line("   " + Sparkline.of(points, style));
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      SizePoint point = points.get(i);
      String time = String.format(Locale.ROOT, "%.1f s", point.uptimeMillis() / 1000.0);
      line.append(String.format("%10s %-9s", time, Quantity.count(point.size())));
      if (i % POINTS_A_LINE == POINTS_A_LINE - 1 || i == points.size() - 1) {
        out.line(line.toString());
        line.setLength(0);
      }
    }
  }

  private void elements(Container container, TextOut out) {
    if (container.elements().isEmpty()) {
      return;
    }
    section("elements, by samples", out);
    for (ElementShare element : container.elements()) {
      out.labelled(String.format("%7s  ", Quantity.percent(element.share())), element.type());
    }
  }

  private void zoom(Explanation explanation, TextOut out) {
    List<String> lines = new ArrayList<>();
    for (InsertionSite site : explanation.insertions()) {
      lines.add(calls("insertion", site.count()) + site.callee() + " at " + site.site().print());
    }
    for (AccessSite site : explanation.accesses()) {
      String what =
          switch (site.access()) {
            case LOOKUP -> "lookup";
            case REMOVAL -> "removal";
          };
      String found = site.found() < 0 ? "" : ", " + Quantity.count(site.found()) + " found it";
      lines.add(calls(what, site.calls()) + site.callee() + " at " + site.site().print() + found);
    }
    for (Counterpart counterpart : explanation.counterparts()) {
      lines.add(
          calls("run", counterpart.executions())
              + counterpart.method().print()
              + ", the counterpart of "
              + counterpart.inserter().method());
    }
    if (!lines.isEmpty()) {
      section("calls that the zoom has counted", out);
      lines.forEach(line -> out.labelled("   ", line));
    }
  }

  private static String calls(String what, long count) {
    return Quantity.count(count) + ' ' + what + (count == 1 ? "" : "s") + ": ";
  }

  private void members(List<ContainerSeries> members, TextOut out) {
    if (members.isEmpty()) {
      return;
    }
    section("containers, " + Quantity.count(members.size()), out);
    for (ContainerSeries member : members.subList(0, Math.min(MEMBERS, members.size()))) {
      out.labelled("   #" + member.last().id() + "  ", member(member));
      if (members.size() > 1 && member.points().size() > 1) {
        out.line("       " + Sparkline.of(member.points(), style));
      }
    }
    if (members.size() > MEMBERS) {
      out.line("   ... " + Quantity.count(members.size() - MEMBERS) + " more (--format json)");
    }
  }

  private static String member(ContainerSeries member) {
    ContainerFacts facts = member.last();
    List<String> parts = new ArrayList<>();
    parts.add(facts.owner() == null ? "owner not found" : facts.owner().path());
    parts.add(member.size() < 0 ? "never read" : Quantity.count(member.size()) + " entries");
    if (facts.bytesPerEntry() >= 0) {
      parts.add(Quantity.number(facts.bytesPerEntry()) + " bytes an entry");
    }
    parts.add("room for " + Quantity.count(facts.capacity()));
    parts.add("noticed at " + Quantity.duration(facts.noticedMillis() / 1000.0));
    parts.add(
        Quantity.count(facts.growths())
            + " growths, the last at "
            + Quantity.duration(facts.lastGrowthMillis() / 1000.0));
    parts.add("survived " + Quantity.count(facts.ageGcs()) + " collections");
    return String.join(", ", parts);
  }
}
