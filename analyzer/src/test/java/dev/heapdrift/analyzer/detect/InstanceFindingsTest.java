package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.Runs;
import dev.heapdrift.analyzer.testing.SiteBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.Owner;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What should end and stays, what holds it, and what looks like it. */
class InstanceFindingsTest {
  private static final String LOADER = "com.app.PluginLoader";
  private static final String[] RELOAD = {
    "com.app.Host.reload(Host.java:20)", "com.app.Main.main(Main.java:5)"
  };
  private static final String[] START = {
    "java.lang.Thread.start(Thread.java:793)",
    "com.app.Chat.enter(Chat.java:31)",
    "com.app.Main.main(Main.java:7)"
  };
  private static final String[] OPEN = {
    "java.io.FileCleanable.register(FileCleanable.java:58)",
    "java.io.FileInputStream.<init>(FileInputStream.java:160)",
    "com.app.Logs.follow(Logs.java:12)"
  };

  @Test
  void threadsThatNeverEndAreALeakWithoutAnyCollection() {
    Finding leak = only(threads(Snapshots.lasting(31), t -> 10 * t));
    assertThat(leak.kind()).isEqualTo(Kind.THREAD_LEAK);
    assertThat(leak.verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(leak.details().title())
        .isEqualTo(
            "Threads started at com.app.Chat.enter(Chat.java:31) never end: 10 more a second");
    assertThat(leak.details().container().size()).isEqualTo(300);
    assertThat(leak.details().growth().secondsToOutOfMemory()).as("not known").isNull();
  }

  @Test
  void theRemedyKnowsHowThreadsWereStarted() {
    String pool = "java.util.concurrent.ThreadPoolExecutor.addWorker(ThreadPoolExecutor.java:945)";
    SiteBuilder run =
        SiteBuilder.of(Snapshots.lasting(31))
            .instances(
                InstanceFacts.Kind.THREAD,
                "java.lang.Thread",
                t -> 10 * t,
                START[0],
                pool,
                START[1],
                START[2]);
    assertThat(only(run).details().remedy()).contains("shutdown()").contains("Chat.java:31");
  }

  @Test
  void poolsAreSilent() {
    assertSilent(threads(Snapshots.lasting(61), t -> Math.min(200, 20 * t)));
    assertSilent(threads(Snapshots.lasting(61), t -> 100 + 80 * Math.sin(t)));
    assertSilent(threads(Snapshots.lasting(61), t -> Math.min(16, t)));
    assertSilent(threads(Snapshots.lasting(61), t -> 150 * ((t % 9) / 9)));
  }

  @Test
  void whatTheJdkStartsForItselfIsNobodysToEnd() {
    assertSilent(
        SiteBuilder.of(Snapshots.lasting(31))
            .instances(InstanceFacts.Kind.THREAD, "java.lang.Thread", t -> 10 * t, START[0]));
  }

  @Test
  void waysToOneLineAreOneFinding() {
    SiteBuilder run = threads(Snapshots.lasting(31), t -> 4 * t);
    run.instances(
        InstanceFacts.Kind.THREAD,
        "java.lang.Thread",
        t -> 6 * t,
        START[0],
        START[1],
        "com.app.Other.way(Other.java:1)");
    Details leak = only(run).details();
    assertThat(leak.growthStacks())
        .extracting(stack -> stack.samples())
        .containsExactly(180L, 120L);
    assertThat(leak.growth().entriesPerSecond()).isBetween(9.5, 10.5);
  }

  @Test
  void loadersThatOldCollectionsLeaveAreALeak() {
    Finding leak = only(loaders(collected(Snapshots.lasting(31)), null));
    assertThat(leak.kind()).isEqualTo(Kind.CLASS_LOADER_LEAK);
    assertThat(leak.details().remedy()).contains("context class").contains("Host.java:20");
  }

  @Test
  void withoutOldCollectionsTheyMayBeGarbage() {
    Findings findings = of(loaders(young(31), null));
    assertThat(findings.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    Details open = DetectionTest.only(findings).details();
    assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(open.evidence().missing()).contains("old collections");
  }

  @Test
  void unlessItIsKnownWhatHoldsThem() {
    Owner owner =
        new Owner("static com.app.Host.newest.older", Owner.Kind.STATIC, "com.app.Node.older");
    Finding leak = only(loaders(young(31), owner));
    assertThat(leak.details().container().owner()).isEqualTo("static com.app.Host.newest.older");
    assertThat(leak.details().title()).endsWith("held by com.app.Node.older");
  }

  @Test
  void whatHasBeenMadeSinceTheLastOldCollectionDoesNotCount() {
    SiteBuilder run = young(61).oldCollections(3, 15, t -> 20);
    assertThat(of(loaders(run, null)).list()).noneMatch(f -> f.verdict() == Verdict.UNBOUNDED);
  }

  /** Each reading repeats what the last collection has left. */
  @Test
  void aStaircaseOfCollectionsIsNoSeriesOfBursts() {
    SiteBuilder run =
        SiteBuilder.of(Snapshots.lasting(41))
            .oldCollections(2.5, 41, t -> 20)
            .instances(
                InstanceFacts.Kind.CLASS_LOADER,
                LOADER,
                t -> 20 * 2.5 * Math.floor(t / 2.5),
                RELOAD);
    assertThat(only(run).details().growth().entriesPerSecond()).isBetween(19.0, 21.0);
  }

  @Test
  void loadersThatCollectionsTakeAreSilent() {
    SiteBuilder run =
        collected(Snapshots.lasting(61))
            .instances(InstanceFacts.Kind.CLASS_LOADER, LOADER, t -> 30 * (t % 6), RELOAD);
    assertSilent(run);
  }

  @Test
  void aMapWhoseElementsTheyAreIsTheFinding() {
    Snapshots map =
        Snapshots.lasting(31)
            .with(
                "java.util.HashMap",
                c ->
                    c.heldBy("com.app.Host.LOADERS")
                        .size(t -> 40 * t)
                        .element(LOADER, 1)
                        .grownAt(9, "com.app.Table.keep(Table.java:3)"));
    Finding leak = only(loaders(collected(map), null));
    assertThat(leak.kind()).isEqualTo(Kind.CLASS_LOADER_LEAK);
    assertThat(leak.details().container().holder()).isEqualTo("com.app.Host.LOADERS");
    assertThat(leak.details().insertionSite().method()).isEqualTo("com.app.Table.keep");
    assertThat(((Finding.Unended) leak).made().print()).isEqualTo(RELOAD[0]);
    assertThat(leak.details().title()).contains("Host.java:20").contains("com.app.Host.LOADERS");
    assertThat(leak.details().remedy()).contains("com.app.Host.LOADERS").contains("Host.java:20");
  }

  @Test
  void aMapThatIsOnTheirPathIsTheFinding() {
    Snapshots map =
        Snapshots.lasting(31)
            .with("java.util.HashMap", c -> c.heldBy("com.app.Host.PLUGINS").size(t -> 40 * t));
    String path = "static com.app.Host.PLUGINS{value}.loader";
    Owner owner = new Owner(path, Owner.Kind.STATIC, "com.app.Plugin.loader");
    assertThat(only(loaders(collected(map), owner)).kind()).isEqualTo(Kind.CLASS_LOADER_LEAK);
  }

  @Test
  void aMapThatIsFilledBesideThemAtTheSameRateIsTheFinding() {
    assertThat(only(collected(besides(30))).kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);
    assertThat(only(loaders(collected(besides(30)), null)).kind())
        .isEqualTo(Kind.CLASS_LOADER_LEAK);
    assertThat(of(loaders(collected(besides(500)), null)).list())
        .extracting(Finding::kind)
        .containsExactlyInAnyOrder(Kind.UNBOUNDED_COLLECTION, Kind.CLASS_LOADER_LEAK);
  }

  @Test
  void whereSomeWereLostSightOfTheMapMayBeFilledFaster() {
    Snapshots run = besides(500).dropped("door-instances", 1000);
    assertThat(only(loaders(collected(run), null)).kind()).isEqualTo(Kind.CLASS_LOADER_LEAK);
  }

  @Test
  void whatALoaderOpensIsOneFindingWithIt() {
    SiteBuilder run =
        loaders(collected(Snapshots.lasting(31)), null)
            .instances(
                InstanceFacts.Kind.RESOURCE,
                "java.io.RandomAccessFile",
                t -> 30 * t,
                "java.io.RandomAccessFile.<init>(RandomAccessFile.java:1)",
                "com.app.Host.find(Host.java:44)",
                "com.app.Host.reload(Host.java:21)");
    Finding leak = only(run);
    assertThat(leak.kind()).isEqualTo(Kind.CLASS_LOADER_LEAK);
    assertThat(leak.details().alongside())
        .extracting(other -> other.type())
        .containsExactly("java.io.RandomAccessFile");
  }

  @Test
  void buffersCountTheirNativeMemory() {
    SiteBuilder run =
        collected(Snapshots.lasting(31))
            .instances(
                InstanceFacts.Kind.DIRECT_BUFFER,
                "java.nio.DirectByteBuffer",
                t -> 50 * t,
                "java.nio.ByteBuffer.allocateDirect(ByteBuffer.java:332)",
                "com.app.Stream.send(Stream.java:8)");
    Finding leak = only(run);
    assertThat(leak.kind()).isEqualTo(Kind.DIRECT_BUFFER_LEAK);
    assertThat(leak.details().growth().bytesPerSecond()).isBetween(195_000.0, 215_000.0);
    assertThat(leak.details().title())
        .startsWith("Direct buffers allocated at com.app.Stream.send");
  }

  @Test
  void resourcesAreNamedByTheirClass() {
    SiteBuilder run =
        collected(Snapshots.lasting(31))
            .instances(InstanceFacts.Kind.RESOURCE, "java.io.FileInputStream", t -> 20 * t, OPEN);
    Finding leak = only(run);
    assertThat(leak.kind()).isEqualTo(Kind.UNCLOSED_RESOURCE);
    assertThat(leak.details().title())
        .startsWith("Resources (FileInputStream) opened at com.app.Logs.follow");
  }

  @Test
  void whatACleanersActionHoldsIsALeakWhereOldCollectionsLeaveIt() {
    Finding leak = only(tiles(collected(Snapshots.lasting(31))));
    assertThat(leak.kind()).isEqualTo(Kind.CLEANER_CAPTURES_REFERENT);
    assertThat(leak.details().insertionSite().print())
        .isEqualTo("com.app.Tile.<init>(Tile.java:9)");
    assertThat(leak.details().title())
        .startsWith("Objects (Tile) registered with a Cleaner at com.app.Tile.<init>(Tile.java:9)")
        .contains("never collected");
    assertThat(leak.details().remedy()).contains("must not refer");
    assertThat(of(tiles(young(31))).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void whatAContainerKeepsIsNoCaseForItsCleaner() {
    Snapshots leaking = tileMap(t -> 40 * t);
    assertThat(only(tiles(collected(leaking))).kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);

    Snapshots filling = tileMap(t -> 2000 * (1 - Math.exp(-t / 12)));
    assertThat(of(tiles(collected(filling))).list())
        .noneMatch(finding -> finding.kind() == Kind.CLEANER_CAPTURES_REFERENT);
  }

  @Test
  void whatThreadsAreMadeWithIsNoSecondFinding() {
    SiteBuilder run =
        threads(Snapshots.lasting(31), t -> 10 * t)
            .live("com.app.Chat$Reader", t -> 10 * t, "com.app.Chat.enter(Chat.java:30)");
    assertThat(only(run).kind()).isEqualTo(Kind.THREAD_LEAK);
  }

  @Test
  void whatEndsOnlyAtTheExitHasNotEnded() {
    assertThat(only(threads(Snapshots.lasting(31), t -> t < 31 ? 10 * t : 0)).kind())
        .isEqualTo(Kind.THREAD_LEAK);
  }

  private static Snapshots besides(double rate) {
    return Snapshots.lasting(31)
        .with(
            "java.util.HashMap",
            c -> c.heldBy("com.app.Host.seen").size(t -> rate * t).grownAt(9, RELOAD));
  }

  private static SiteBuilder threads(Snapshots run, DoubleUnaryOperator live) {
    return SiteBuilder.of(run)
        .instances(InstanceFacts.Kind.THREAD, "java.lang.Thread", live, START);
  }

  private static SiteBuilder loaders(SiteBuilder run, Owner owner) {
    return run.instances(InstanceFacts.Kind.CLASS_LOADER, LOADER, owner, t -> 30 * t, RELOAD);
  }

  private static Snapshots tileMap(DoubleUnaryOperator size) {
    return Snapshots.lasting(31)
        .with(
            "java.util.HashMap",
            c -> c.heldBy("com.app.Map.TILES").size(size).element("com.app.Tile", 1));
  }

  @Test
  void whoHoldsTheNewestCleanablesIsToldAndProvesNothing() {
    Owner captured =
        new Owner(
            "static com.app.Map.CLEANER captured by com.app.Tile lambda (arg 1)",
            Owner.Kind.CAPTURED,
            "com.app.Tile$$Lambda.arg$1");
    Finding leak = only(tiles(collected(Snapshots.lasting(60)), captured));
    assertThat(leak.verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(leak.details().title()).endsWith("held by " + captured.path());
    assertThat(of(tiles(young(31), captured)).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  private static SiteBuilder tiles(SiteBuilder run) {
    return tiles(run, null);
  }

  private static SiteBuilder tiles(SiteBuilder run, Owner owner) {
    return run.instances(
        InstanceFacts.Kind.CLEANABLE,
        "com.app.Tile",
        owner,
        t -> 40 * t,
        "jdk.internal.ref.CleanerImpl$PhantomCleanableRef.<init>(CleanerImpl.java:171)",
        "java.lang.ref.Cleaner.register(Cleaner.java:220)",
        "com.app.Tile.<init>(Tile.java:9)",
        "com.app.Map.show(Map.java:30)");
  }

  private static SiteBuilder young(int seconds) {
    return SiteBuilder.of(Snapshots.lasting(seconds)).youngCollections(seconds);
  }

  private static SiteBuilder collected(Snapshots run) {
    return SiteBuilder.of(run).youngCollections(60).oldCollections(3, 60, t -> 20 + t);
  }

  private static void assertSilent(SiteBuilder run) {
    assertThat(of(run).list()).noneMatch(f -> f.verdict() == Verdict.UNBOUNDED);
    assertThat(of(run).outcome()).isEqualTo(Outcome.CLEAN);
  }

  private static Findings of(SiteBuilder run) {
    return Detection.of(Runs.of(run.list()), List.of(), Catalogue.builtIn());
  }

  private static Finding only(SiteBuilder run) {
    Findings findings = of(run);
    assertThat(findings.outcome()).isEqualTo(Outcome.LEAKS);
    return DetectionTest.only(findings);
  }
}
