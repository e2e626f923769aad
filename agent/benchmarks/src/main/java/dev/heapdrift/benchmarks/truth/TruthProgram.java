package dev.heapdrift.benchmarks.truth;

import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.api.Trace;
import dev.heapdrift.benchmarks.truth.Site.Kind;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs every site, then prints a line a site: what it truly allocated and left alive, and what the
 * agent of this JVM says. {@code TruthProgram usual|compact SHARE ROUNDS}: the layout of objects,
 * the share of the 16 MiB to allocate at each site, and how often to do all that.
 */
final class TruthProgram {

  private static final String CLASS = Sites.class.getName();

  /** Calls; more than {@code java.lang.invoke.MethodHandle.CUSTOMIZE_THRESHOLD}, 127. */
  private static final int LINKED_AFTER = 200;

  /** Collections after which an object is not young any more. */
  private static final int OLD = 5;

  private final Layout layout;
  private final double share;
  private List<Trace> before;
  private List<Object[]> alive;

  private TruthProgram(Layout layout, double share) {
    this.layout = layout;
    this.share = share;
    Heapdrift.takeSnapshot(); // what the agent does at first to loaded classes is done then
    link();
    Heapdrift.clearTraces();
    before = Heapdrift.takeSnapshot().traces();
  }

  public static void main(String[] args) {
    Layout layout = args[0].equals("compact") ? Layout.COMPACT : Layout.USUAL;
    TruthProgram program = new TruthProgram(layout, Double.parseDouble(args[1]));
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      program.round().forEach(System.out::println);
    }
  }

  /**
   * What loading and linking allocate at a site's line comes before; method handles link in two
   * steps. Other sites are called once: what dies young early on would cost them their hook.
   */
  private static void link() {
    Sites.ALL.forEach(site -> site.run(site.kind() == Kind.STRING ? LINKED_AFTER : 1));
  }

  /**
   * One run of every site. What the round before left alive is given up first. All objects grow old
   * before half of them is given up: sites whose objects die young would lose their hooks.
   */
  private List<Measured> round() {
    alive = new ArrayList<>();
    for (Site site : Sites.ALL) {
      alive.add(site.run(layout, share));
    }
    for (int i = 0; i < OLD; i++) {
      Heapdrift.getTracedMemory(); // an object's age begins when the agent takes it up
      System.gc();
    }
    alive.forEach(Site::thin);
    System.gc();
    List<Trace> after = Heapdrift.takeSnapshot().traces();
    List<Measured> all = Sites.ALL.stream().map(site -> measured(site, after)).toList();
    before = after;
    return all;
  }

  private Measured measured(Site site, List<Trace> after) {
    Estimate live = sum(site, after, trace -> trace.facts().live());
    Estimate until = allocated(site, after);
    Estimate since = allocated(site, before);
    return new Measured(
        site.method(),
        site.kind(),
        site.allocatedBytes(layout, share),
        until.bytes() - since.bytes(),
        Math.round(errorOfTheRest(until.bytesError(), since.bytesError())),
        site.liveBytes(layout, share),
        live.bytes(),
        Math.round(live.bytesError()));
  }

  private static Estimate allocated(Site site, List<Trace> traces) {
    return sum(site, traces, trace -> trace.facts().allocated());
  }

  /** Standard error of what came to a sum, by that of the sum and of what it was before. */
  private static double errorOfTheRest(double sum, double before) {
    return Math.sqrt(Math.max(0, sum * sum - before * before));
  }

  private static Estimate sum(Site site, List<Trace> traces, Function<Trace, Estimate> figure) {
    return traces.stream()
        .filter(trace -> isAt(site, trace.traceback().frames()))
        .map(figure)
        .reduce(Estimate.NOTHING, Estimate::plus);
  }

  private static boolean isAt(Site site, List<Frame> stack) {
    return stack.stream()
        .anyMatch(
            frame -> frame.className().equals(CLASS) && frame.methodName().equals(site.method()));
  }
}
