package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.ElementFinding;
import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Interval;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One finding as a block that is read from the top: what, who holds it, which line fills it, how
 * fast, what to do; then the stacks.
 */
final class FindingText {
  private static final int STACKS = 2;
  private static final int FRAMES = 8;
  private static final int ELEMENTS = 3;

  /** Kinds that no container shows: their stacks are those of objects, not of growths. */
  private static final Set<Kind> SAMPLED =
      EnumSet.of(
          Kind.LINKED_STRUCTURE,
          Kind.CLEANER_CAPTURES_REFERENT,
          Kind.CLOSURE_CAPTURE,
          Kind.FINALIZER_BACKLOG,
          Kind.ALLOCATION_GROWTH);

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
    field("held by", heldBy(details.container()));
    field("filled at", filledAt(finding));
    if (details.applicationSite() != null) {
      field("called by", details.applicationSite().print());
    }
    field("grows", grows(details.growth()));
    series(details.series());
    field("evidence", evidence(details.evidence()));
    for (Container other : details.alongside()) {
      field("with it", heldBy(other));
    }
    details.known().forEach(known -> field("known", KnownText.of(known)));
    field("remedy", details.remedy());
  }

  /** What the stacks of a finding were counted by. */
  private static String counted(Finding finding) {
    if (finding instanceof Finding.Unended leak && leak.made() == null) {
      return "instance";
    }
    return isSampled(finding) ? "sample" : "growth";
  }

  private static boolean isSampled(Finding finding) {
    return SAMPLED.contains(finding.kind())
        || (finding instanceof ElementFinding.ExceptionRetention exceptions && !exceptions.held());
  }

  private String verdict(Details details) {
    String text =
        details.verdict().label() + ", confidence " + Quantity.percent(details.confidence());
    return switch (details.verdict()) {
      case UNBOUNDED -> style.red(text);
      case INCONCLUSIVE -> style.yellow(text);
      case SATURATING, SAWTOOTH -> style.green(text);
    };
  }

  private void field(String name, String text) {
    if (text != null && !text.isBlank()) {
      out.labelled(String.format("   %-10s ", name), text);
    }
  }

  static String heldBy(Container container) {
    StringBuilder text = new StringBuilder();
    text.append(container.owner() == null ? "owner not found" : container.owner());
    text.append(", ").append(container.type());
    if (container.members() > 1) {
      text.append(" x ").append(Quantity.count(container.members()));
    }
    if (container.size() >= 0) {
      text.append(", ").append(Quantity.count(container.size())).append(" entries");
    }
    List<ElementShare> elements = container.elements();
    if (!elements.isEmpty()) {
      text.append(
          elements.stream()
              .limit(ELEMENTS)
              .map(element -> element.type() + ' ' + Quantity.percent(element.share()))
              .collect(Collectors.joining(", ", " of ", "")));
    }
    return text.toString();
  }

  private static String filledAt(Finding finding) {
    Details details = finding.details();
    Frame site = details.insertionSite();
    if (site == null) {
      return "not seen";
    }
    Long insertions = details.evidence().insertions();
    String counted =
        insertions == null ? "" : ", " + Quantity.count(insertions) + " insertions counted";
    return site.print() + counted + nature(finding);
  }

  // What only this kind knows. No default: a new kind must say what it has to say.
  private static String nature(Finding finding) {
    return switch (finding.kind()) {
      case LISTENER_LEAK -> registration((Finding.ListenerLeak) finding);
      case REGISTRY -> ", into " + ((Finding.RegistryGrowth) finding).registry();
      case QUEUE_BACKLOG -> ((Finding.QueueBacklog) finding).scheduler() ? ", a scheduler" : "";
      case CANCELLED_TASKS ->
          ", " + Quantity.percent(((ElementFinding.CancelledTasks) finding).share()) + " cancelled";
      case MUTATED_KEY ->
          ", not found by " + ((ElementFinding.MutatedKey) finding).removal().print();
      case UNBOUNDED_CACHE,
          UNBOUNDED_COLLECTION,
          THREAD_LOCAL_LEAK,
          WEAK_MAP_VALUE_RETAINS_KEY,
          GROWING_ARRAY,
          LINKED_STRUCTURE,
          CLEANER_CAPTURES_REFERENT,
          CLOSURE_CAPTURE,
          EXCEPTION_RETENTION,
          FINALIZER_BACKLOG,
          INTERNING,
          ALLOCATION_GROWTH ->
          "";
      case THREAD_LEAK, CLASS_LOADER_LEAK, DIRECT_BUFFER_LEAK, UNCLOSED_RESOURCE ->
          made((Finding.Unended) finding);
    };
  }

  private static String made(Finding.Unended leak) {
    boolean news = leak.made() != null && !leak.made().equals(leak.details().insertionSite());
    return news ? ", made at " + leak.made().print() : "";
  }

  private static String registration(Finding.ListenerLeak leak) {
    Frame by = leak.registration();
    boolean news = by != null && !by.equals(leak.details().insertionSite());
    return news ? ", registered by " + by.method() : "";
  }

  private static String grows(Growth growth) {
    if (growth.entriesPerSecond() == null) {
      return growth.plateau() == null ? null : "stays at " + plateau(growth);
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        Quantity.number(growth.entriesPerSecond()) + " entries/s" + interval(growth.interval()));
    if (growth.bytesPerSecond() != null) {
      parts.add(Quantity.bytes(growth.bytesPerSecond()) + "/s");
    }
    if (growth.perWorkUnit() != null) {
      parts.add(Quantity.number(growth.perWorkUnit()) + " per unit of work");
    }
    if (growth.secondsToOutOfMemory() != null) {
      parts.add("OutOfMemoryError in about " + Quantity.duration(growth.secondsToOutOfMemory()));
    }
    if (growth.plateau() != null) {
      parts.add("towards " + plateau(growth));
    }
    return String.join(", ", parts);
  }

  private static String plateau(Growth growth) {
    return Quantity.count(Math.round(growth.plateau())) + " entries";
  }

  private static String interval(Interval interval) {
    return interval == null
        ? ""
        : " [" + Quantity.number(interval.low()) + ", " + Quantity.number(interval.high()) + ']';
  }

  private void series(List<SizePoint> series) {
    if (series.size() < 2) {
      return;
    }
    SizePoint first = series.get(0);
    SizePoint last = series.get(series.size() - 1);
    double seconds = (last.uptimeMillis() - first.uptimeMillis()) / 1000.0;
    out.line(
        String.format("   %-10s ", "series")
            + style.strong(Sparkline.of(series, style))
            + "  "
            + Quantity.count(first.size())
            + ' '
            + style.arrow()
            + ' '
            + Quantity.count(last.size())
            + " in "
            + Quantity.duration(seconds));
  }

  private static String evidence(Evidence evidence) {
    List<String> parts = new ArrayList<>();
    if (evidence.pattern() != null) {
      parts.add(evidence.pattern());
    }
    if (evidence.removals() != null) {
      parts.add(Quantity.count(evidence.removals()) + " removals");
    }
    if (evidence.failedRemovals() != null) {
      parts.add(Quantity.count(evidence.failedRemovals()) + " removals found nothing");
    }
    if (evidence.hits() != null) {
      parts.add(Quantity.count(evidence.hits()) + " hits");
    }
    if (evidence.counterpart() != null) {
      parts.add(counterpart(evidence.counterpart()));
    }
    if (evidence.missing() != null) {
      parts.add("missing: " + evidence.missing());
    }
    return String.join("; ", parts);
  }

  /** One clause on the method that should take entries out, or null where none is known. */
  static String counterpart(Counterpart counterpart) {
    if (counterpart == null) {
      return null;
    }
    String method = counterpart.method().print();
    return counterpart.executions() == 0
        ? method + " never ran"
        : method + " ran " + Quantity.count(counterpart.executions()) + " times";
  }

  /** Stacks of a finding, of each so many frames. */
  void stacks(Finding finding, List<GrowthStack> stacks, int limit, int depth) {
    String what = ' ' + counted(finding);
    for (GrowthStack stack : stacks.subList(0, Math.min(limit, stacks.size()))) {
      String growths = what + (stack.samples() == 1 ? "" : "s");
      String share =
          stack.share() == null ? "" : ", " + Quantity.percent(stack.share()) + " of all";
      out.line(style.faint("   " + Quantity.count(stack.samples()) + growths + share));
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
