package dev.heapdrift.samples.endtoend;

import dev.heapdrift.api.AllocationSnapshot;
import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.api.Trace;
import dev.heapdrift.api.TracedMemory;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.stats.Filter;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.StatisticDiff;
import dev.heapdrift.snapshot.stats.Traceback;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs in the spawned JVM of {@link TracingIT}: one call of the API after the other, and for
 * each a line {@code name=answer}. An argument is the name under which it tells whether an object
 * has an owner that only a local variable holds.
 */
final class Tracing {

  private static final int BIG = 10_000_000;

  private static final List<Object> KEPT = new ArrayList<>();

  private Tracing() {}

  public static void main(String[] args) {
    say("tracing", Heapdrift.isTracing());
    say("early snapshot", refusal());
    say("start", Heapdrift.start(3));
    say("second start", Heapdrift.start(7));
    say("limit", Heapdrift.getTracebackLimit());
    objects();
    memory();
    snapshots();
    if (args.length > 0) { // the search goes everywhere, which takes seconds
      say(args[0], Heapdrift.findOwner(new Object()).isPresent());
    }
    say("shallow", Heapdrift.shallowSize(new byte[100]).orElse(-1));
    byte[] shared = new byte[100];
    say("deep", Heapdrift.deepSize(new Object[] {shared, shared, null}).orElse(-1));
    end();
  }

  private static void objects() {
    Object order = order();
    say("where", Heapdrift.getObjectTraceback(order).map(Traceback::toString).orElse("unknown"));
    say("frames", Heapdrift.getObjectTraceback(order).map(it -> it.frames().size()).orElse(-1));
    say("total", Heapdrift.getObjectTraceback(order).map(Traceback::totalFrames).orElse(-1));
    say("untraced", Heapdrift.getObjectTraceback(KEPT).isPresent());
    KEPT.add(order);
  }

  private static Object order() {
    return new long[4]; // way: order
  }

  private static void memory() {
    long before = Heapdrift.getTracedMemory().current();
    byte[] big = new byte[BIG];
    say("big seen", big.length > 0 && Heapdrift.getTracedMemory().current() - before >= BIG);
    big = null;
    System.gc();
    Heapdrift.takeSnapshot();
    TracedMemory after = Heapdrift.getTracedMemory();
    say("big gone", after.current() - before < BIG);
    say("peak stays", after.peak() - before >= BIG);
    Heapdrift.resetPeak();
    say("peak reset", Heapdrift.getTracedMemory().peak() - before < BIG);
    say("tracer", Heapdrift.getTracerMemory() > 0);
  }

  private static void snapshots() {
    AllocationSnapshot before = Heapdrift.takeSnapshot();
    for (int i = 0; i < 500; i++) {
      KEPT.add(new double[10]); // way: doubles
    }
    AllocationSnapshot after = Heapdrift.takeSnapshot();
    Filter own = new Filter(true, Tracing.class.getName(), 0, false);
    StatisticDiff first =
        after.filterTraces(List.of(own)).compareTo(before, GroupBy.TYPE).stream()
            .filter(diff -> diff.key().label().equals("double[]"))
            .findFirst()
            .orElseThrow();
    say(
        "doubles owner",
        after.traces().stream()
            .filter(Tracing::isDoubles)
            .findFirst()
            .flatMap(Heapdrift::findOwner)
            .map(Owner::path)
            .orElse("unknown"));
    say("kept owner", Heapdrift.findOwner(KEPT.get(0)).map(Owner::path).orElse("unknown"));
    say("doubles", first.countDiff() + " " + first.sizeDiff());
    say("line", after.compareTo(before, GroupBy.LINE).get(0).key().label());
  }

  private static boolean isDoubles(Trace trace) {
    return trace.facts().type().equals("double[]");
  }

  private static void end() {
    Heapdrift.clearTraces();
    say("cleared", Heapdrift.getObjectTraceback(KEPT.get(0)).isEmpty());
    say("goes on", Heapdrift.getObjectTraceback(order()).isPresent());
    Heapdrift.pause();
    say("paused", !Heapdrift.isTracing() && Heapdrift.start() && Heapdrift.isTracing());
    say("after pause", Heapdrift.getObjectTraceback(order()).isPresent());
    Heapdrift.stop();
    say("stopped", !Heapdrift.isTracing());
    say("memory", Heapdrift.getTracedMemory());
    say("forgotten", Heapdrift.getObjectTraceback(KEPT.get(0)).isEmpty());
    say("start anew", Heapdrift.start());
    say("anew", Heapdrift.getObjectTraceback(order()).isPresent());
    say("new limit", Heapdrift.getTracebackLimit());
  }

  private static String refusal() {
    try {
      return Heapdrift.takeSnapshot().toString();
    } catch (IllegalStateException refused) {
      return refused.getMessage();
    }
  }

  private static void say(String name, Object answer) {
    System.out.println(name + "=" + answer);
  }
}
