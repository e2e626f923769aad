package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Interval;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a finding tells people, in words and in the order in which it is read. */
final class FindingFacts {
  private static final int ELEMENTS = 3;

  /** Kinds that no container shows: their stacks are those of objects, not of growths. */
  private static final Set<Kind> SAMPLED =
      EnumSet.of(
          Kind.LINKED_STRUCTURE,
          Kind.CLEANER_CAPTURES_REFERENT,
          Kind.CLOSURE_CAPTURE,
          Kind.FINALIZER_BACKLOG,
          Kind.ALLOCATION_GROWTH);

  private FindingFacts() {}

  /** What grows, and how fast: what comes before the series. */
  static List<Fact> growth(Finding finding) {
    Details details = finding.details();
    Frame caller = details.applicationSite();
    return Fact.told(
        new Fact("held by", heldBy(details.container())),
        new Fact("filled at", filledAt(finding)),
        new Fact("called by", caller == null ? null : caller.print()),
        new Fact("grows", grows(details.growth())));
  }

  /** What speaks for it, and what to do: what comes behind the series. */
  static List<Fact> reasons(Finding finding) {
    Details details = finding.details();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("evidence", evidence(details.evidence())));
    details.alongside().forEach(other -> facts.add(new Fact("with it", heldBy(other))));
    details.known().forEach(known -> facts.add(new Fact("known", KnownText.of(known))));
    facts.add(new Fact("remedy", details.remedy()));
    return Fact.told(facts.toArray(Fact[]::new));
  }

  /** {@code unbounded, confidence 98 %}; where nothing is claimed, the verdict alone. */
  static String verdict(Details details) {
    String label = details.verdict().label();
    return details.verdict() == Verdict.INCONCLUSIVE
        ? label
        : label + ", confidence " + Quantity.percent(details.confidence());
  }

  /** {@code 1,024 -> 71,332 in 59 s}, of a series of two points or more. */
  static String range(List<SizePoint> series, String arrow) {
    SizePoint first = series.get(0);
    SizePoint last = series.get(series.size() - 1);
    double seconds = (last.uptimeMillis() - first.uptimeMillis()) / 1000.0;
    return Quantity.count(first.size())
        + ' '
        + arrow
        + ' '
        + Quantity.count(last.size())
        + " in "
        + Quantity.duration(seconds);
  }

  /** {@code 212 growths, 97 % of all}. */
  static String counted(Finding finding, GrowthStack stack) {
    String share = stack.share() == null ? "" : ", " + Quantity.percent(stack.share()) + " of all";
    String what = unit(finding) + (stack.samples() == 1 ? "" : "s");
    return Quantity.count(stack.samples()) + ' ' + what + share;
  }

  /** What the stacks of a finding were counted by. */
  private static String unit(Finding finding) {
    if (finding instanceof Finding.Unended leak) {
      return leak.made() == null ? "instance" : "growth";
    }
    return isSampled(finding) ? "sample" : "growth";
  }

  private static boolean isSampled(Finding finding) {
    return SAMPLED.contains(finding.kind())
        || (finding instanceof Finding.ExceptionRetention exceptions && !exceptions.held());
  }

  static String heldBy(Container container) {
    StringBuilder text = new StringBuilder();
    text.append(container.owner() == null ? "owner not found" : container.owner());
    text.append(", ").append(container.type());
    if (container.members() > 1) {
      text.append(" x ").append(Quantity.count(container.members()));
    }
    List<ElementShare> elements = container.elements();
    boolean objects = elements.size() == 1 && elements.get(0).type().equals(container.type());
    if (container.size() >= 0) {
      text.append(", ").append(Quantity.count(container.size()));
      text.append(objects ? " of them" : " entries");
    }
    if (!elements.isEmpty() && !objects) {
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
          ", " + Quantity.percent(((Finding.CancelledTasks) finding).share()) + " cancelled";
      case MUTATED_KEY -> ", not found by " + ((Finding.MutatedKey) finding).removal().print();
      case UNBOUNDED_CACHE,
          UNBOUNDED_COLLECTION,
          THREAD_LOCAL_LEAK,
          WEAK_MAP_VALUE_RETAINS_KEY,
          GROWING_ARRAY,
          LINKED_STRUCTURE,
          CLOSURE_CAPTURE,
          EXCEPTION_RETENTION,
          FINALIZER_BACKLOG,
          INTERNING,
          ALLOCATION_GROWTH ->
          "";
      case THREAD_LEAK,
          CLASS_LOADER_LEAK,
          DIRECT_BUFFER_LEAK,
          UNCLOSED_RESOURCE,
          CLEANER_CAPTURES_REFERENT ->
          finding instanceof Finding.Unended leak ? made(leak) : "";
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

  private static String evidence(Evidence evidence) {
    List<String> parts = new ArrayList<>();
    if (evidence.pattern() != null) {
      parts.add(evidence.pattern());
    }
    if (evidence.removals() != null) {
      parts.add(times(evidence.removals(), "removal"));
    }
    if (evidence.failedRemovals() != null && evidence.failedRemovals() > 0) {
      parts.add(times(evidence.failedRemovals(), "removal") + " found nothing");
    }
    if (evidence.hits() != null) {
      parts.add(times(evidence.hits(), "hit"));
    }
    if (evidence.counterpart() != null) {
      parts.add(counterpart(evidence.counterpart()));
    }
    if (evidence.missing() != null) {
      parts.add("missing: " + evidence.missing());
    }
    return String.join("; ", parts);
  }

  private static String times(long count, String noun) {
    return (count == 0 ? "no" : Quantity.count(count)) + ' ' + noun + (count == 1 ? "" : "s");
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
}
