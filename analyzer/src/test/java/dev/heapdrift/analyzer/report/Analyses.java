package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.Analysis.WatchedRun;
import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Interval;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Known;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.Unreadable;
import dev.heapdrift.analyzer.testing.Frames;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Analyses to report on, with everything that a report can show. */
final class Analyses {
  private static final Frame FIND = Frames.parse("com.app.Orders.find(Orders.java:42)");
  private static final Frame PAY = Frames.parse("com.app.Checkout.pay(Checkout.java:9)");
  private static final Frame RESIZE = Frames.parse("java.util.HashMap.resize(HashMap.java:700)");
  private static final Frame REMOVE = Frames.parse("com.app.Orders.remove(Orders.java:60)");
  private static final Frame ADD = Frames.parse("com.app.Bus.addListener(Bus.java:88)");

  private Analyses() {}

  static Analysis leaks() {
    return analysis(
        Outcome.LEAKS,
        List.of(
            new Finding.Plain(Kind.UNBOUNDED_COLLECTION, cache()),
            new Finding.ListenerLeak(listeners(Verdict.UNBOUNDED), ADD),
            new Finding.QueueBacklog(unmeasured(Verdict.INCONCLUSIVE), true),
            new Finding.Plain(Kind.THREAD_LOCAL_LEAK, plateau())));
  }

  static Analysis inconclusive() {
    return analysis(
        Outcome.INCONCLUSIVE,
        List.of(new Finding.QueueBacklog(unmeasured(Verdict.INCONCLUSIVE), false)));
  }

  static Analysis clean() {
    return analysis(Outcome.CLEAN, List.of(new Finding.Plain(Kind.THREAD_LOCAL_LEAK, plateau())));
  }

  static Analysis unended() {
    return analysis(
        Outcome.LEAKS,
        List.of(
            new Finding.Unended(Kind.CLASS_LOADER_LEAK, cache(), PAY),
            new Finding.Unended(Kind.THREAD_LEAK, listeners(Verdict.UNBOUNDED), null)));
  }

  static Analysis known() {
    Known.Leak leak =
        new Known.Leak(
            "pool-keeps-all",
            "Pool",
            "It keeps what it gives.",
            "https://example.org/1",
            "before 3.5",
            "Upgrade to 3.5.");
    Known.Benign within =
        new Known.Benign("codes", "us", "All codes are kept.", "wiki/codes", 80_000, null);
    Known.Benign beyond =
        new Known.Benign(
            "codes", "us", "All codes are kept.", "wiki/codes", 70_000, "there are 71,332");
    Finding queue = new Finding.QueueBacklog(unmeasured(Verdict.INCONCLUSIVE), true);
    return analysis(
        Outcome.LEAKS,
        List.of(
            new Finding.Plain(Kind.UNBOUNDED_COLLECTION, cache().noted(List.of(leak, beyond))),
            queue.with(queue.details().noted(List.of(within)))));
  }

  private static Analysis analysis(Outcome outcome, List<Finding> findings) {
    JvmFacts jvm =
        new JvmFacts("jvm1", 1_700_000_000_000L, "17.0.15", "OpenJDK", "G1", 512L << 20, 2);
    return new Analysis(
        outcome,
        List.of(
            new WatchedRun(
                jvm,
                "watch",
                12,
                61.0,
                new Findings(
                    outcome, findings, findings.size(), true, outcome == Outcome.INCONCLUSIVE))),
        List.of(new Unreadable(Path.of("jvm0-3.hds"), "the file is empty at byte 0")),
        findings,
        findings.size(),
        List.of("ConcurrentLinkedQueue and other structures without a size: found by no hook"),
        new TreeMap<>(Map.of("max-containers", 0L, "max-stacks", 1234L)));
  }

  private static Details cache() {
    return new Details(
        Verdict.UNBOUNDED,
        0.98,
        "3f2a9c0d11e4b7a6",
        "HashMap static com.app.Orders.CACHE grows by 640 entries/s without bound, fed at"
            + " com.app.Orders.find(Orders.java:42)",
        new Container(
            "java.util.HashMap",
            "static com.app.Orders.CACHE",
            "com.app.Orders.CACHE",
            71_332,
            1,
            List.of(
                new ElementShare("com.app.Order", 0.997),
                new ElementShare("com.app.Hold\u001b[2J", 0.003))),
        FIND,
        PAY,
        List.of(
            new GrowthStack(0.97, 212, List.of(RESIZE, FIND, PAY)),
            new GrowthStack(0.03, 6, IntStream.range(0, 20).mapToObj(Analyses::deep).toList())),
        new Growth(
            640.0, new Interval(610, 670), 74_000.0, 1.0, 5400.0, new Interval(5000, 5900), null),
        new Evidence(
            120, 59.0, 39_369L, 0L, 17L, 12L, new Counterpart(FIND, REMOVE, 0), "grows", null),
        straight(1024, 71_332),
        List.of(new Container("java.util.ArrayList", null, null, 71_000, 3, List.of())),
        "Take out of com.app.Orders.CACHE what com.app.Orders.find puts in, where its life ends;"
            + " if it is a cache, bound it (Caffeine maximumSize).",
        List.of());
  }

  private static Details listeners(Verdict verdict) {
    return new Details(
        verdict,
        0.91,
        "0011223344556677",
        "5 listeners a second are registered at Bus.addListener and none is taken out",
        new Container(
            "java.util.concurrent.CopyOnWriteArrayList",
            "static com.app.Shop.bus.listeners",
            "com.app.Bus.listeners",
            3001,
            1,
            List.of()),
        ADD,
        null,
        List.of(new GrowthStack(null, 7, List.of(ADD))),
        new Growth(5.02, new Interval(4.9, 5.13), null, null, null, null, null),
        new Evidence(60, 59.0, null, null, null, null, null, null, null),
        straight(2, 3001),
        List.of(),
        "Call the counterpart of com.app.Bus.addListener.",
        List.of());
  }

  private static Details unmeasured(Verdict verdict) {
    return new Details(
        verdict,
        0.5,
        "8899aabbccddeeff",
        "A queue grew once",
        new Container("java.util.ArrayDeque", null, null, -1, 1, List.of()),
        null,
        null,
        List.of(),
        Growth.UNMEASURED,
        new Evidence(1, 0.0, null, null, null, null, null, null, "two more snapshots"),
        List.of(),
        List.of(),
        "Bound it.",
        List.of());
  }

  private static Details plateau() {
    return new Details(
        Verdict.SATURATING,
        0.99,
        "ffeeddccbbaa9988",
        "Thread-locals stay at 4,000",
        new Container(
            "java.lang.ThreadLocal$ThreadLocalMap",
            "thread \"pool-#-thread-#\"",
            null,
            4000,
            8,
            List.of()),
        PAY,
        null,
        List.of(),
        new Growth(null, null, null, null, null, null, 4000.0),
        new Evidence(60, 59.0, null, null, null, null, null, "flat for 40 s", null),
        IntStream.range(0, 60)
            .mapToObj(i -> new SizePoint(i * 1000L, Math.min(4000, i * 200L)))
            .toList(),
        List.of(),
        "Nothing.",
        List.of());
  }

  private static Frame deep(int depth) {
    return new Frame("com.app.Deep", "call" + depth, "Deep.java", depth + 1);
  }

  static List<SizePoint> straight(long from, long to) {
    return IntStream.range(0, 60)
        .mapToObj(i -> new SizePoint(1000L * (i + 1), from + (to - from) * i / 59))
        .toList();
  }
}
