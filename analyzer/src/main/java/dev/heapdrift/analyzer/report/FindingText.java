package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import java.util.List;

/**
 * One finding as a block that is read from the top: what, who holds it, which line fills it, how
 * fast, what to do; then the stacks.
 */
final class FindingText {
  private static final int STACKS = 2;
  private static final int FRAMES = 8;

  private final Style style;
  private final TextOut out;

  FindingText(Style style, TextOut out) {
    this.style = style;
    this.out = out;
  }

  /** The finding with its first stacks. */
  void write(int rank, Finding finding) {
    facts(rank + ".", finding);
    stacks(finding, finding.details().growthStacks(), STACKS, FRAMES);
  }

  /** The finding without its stacks, behind a mark of at most three characters. */
  void facts(String mark, Finding finding) {
    Details details = finding.details();
    out.line(
        String.format("%-3s", mark)
            + verdict(details)
            + style.faint("  " + finding.kind().label() + "  " + details.fingerprint()));
    out.labelled("   ", details.title(), style::strong);
    FindingFacts.growth(finding).forEach(this::field);
    series(details.series());
    FindingFacts.reasons(finding).forEach(this::field);
  }

  private String verdict(Details details) {
    String text = FindingFacts.verdict(details);
    return switch (details.verdict()) {
      case UNBOUNDED -> style.red(text);
      case INCONCLUSIVE -> style.yellow(text);
      case SATURATING, SAWTOOTH -> style.green(text);
    };
  }

  private void field(Fact fact) {
    out.labelled(label(fact.label()), fact.text());
  }

  private static String label(String name) {
    return String.format("   %-10s ", name);
  }

  private void series(List<SizePoint> series) {
    if (series.size() < 2) {
      return;
    }
    out.line(
        label("series")
            + style.strong(Sparkline.of(series, style))
            + "  "
            + FindingFacts.range(series, style.arrow()));
  }

  /** Stacks of a finding, of each so many frames. */
  void stacks(Finding finding, List<GrowthStack> stacks, int limit, int depth) {
    for (GrowthStack stack : stacks.subList(0, Math.min(limit, stacks.size()))) {
      out.line(style.faint("   " + FindingFacts.counted(finding, stack)));
      List<Frame> frames = stack.frames();
      for (Frame frame : frames.subList(0, Math.min(depth, frames.size()))) {
        out.line(style.faint("     at " + TextOut.safe(frame.print())));
      }
      if (frames.size() > depth) {
        out.line(style.faint("     ... " + (frames.size() - depth) + " more"));
      }
    }
  }
}
