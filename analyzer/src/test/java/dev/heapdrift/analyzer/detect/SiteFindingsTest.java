package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Findings;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.series.Runs;
import dev.heapdrift.analyzer.testing.SiteBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Leaks that no container shows, and what looks like them. */
class SiteFindingsTest {
  private static final String[] NODE = {
    "com.app.Stack.push(Stack.java:12)",
    "com.app.Job.work(Job.java:30)",
    "com.app.Main.main(Main.java:5)"
  };
  private static final String[] PAYLOAD = {
    "com.app.Job.<init>(Job.java:7)",
    "com.app.Job.work(Job.java:29)",
    "com.app.Main.main(Main.java:5)"
  };

  @Test
  void nodesThatHoldEachOtherAreALinkedStructure() {
    Finding leak =
        only(
            run()
                .nodes("com.app.Node", 30, SiteFindingsTest::allAlong, NODE)
                .survivors("byte[]", 60, SiteFindingsTest::allAlong, PAYLOAD));
    assertThat(leak.kind()).isEqualTo(Kind.LINKED_STRUCTURE);
    assertThat(leak.verdict()).isEqualTo(Verdict.UNBOUNDED);
    assertThat(leak.details().insertionSite().print()).isEqualTo(NODE[0]);
    assertThat(leak.details().container().type()).isEqualTo("com.app.Node");
    assertThat(leak.details().container().size()).as("only samples are known").isEqualTo(-1);
    assertThat(leak.details().growth().entriesPerSecond()).isNull();
    assertThat(leak.details().evidence().pattern()).startsWith("90 sampled survivors");
    assertThat(leak.details().growthStacks()).hasSize(2);
  }

  @Test
  void whatTheAgentMakesWhereClassesAreLoadedIsNotTheApplications() {
    SiteBuilder generated =
        run()
            .survivors(
                "byte[]",
                60,
                SiteFindingsTest::allAlong,
                "java.lang.String.<init>(String.java:300)",
                "dev.heapdrift.agent.alloc.hook.ClassHooker.hook(ClassHooker.java:62)",
                "java.lang.ClassLoader.defineClass(ClassLoader.java:1)",
                "com.app.Proxies.generate(Proxies.java:40)");
    assertThat(of(generated).list()).isEmpty();
  }

  @Test
  void dependantsOfAFutureAreALinkedStructure() {
    Finding leak =
        only(
            run()
                .nodes(
                    "java.util.concurrent.CompletableFuture$UniRun",
                    30,
                    SiteFindingsTest::allAlong,
                    "java.util.concurrent.CompletableFuture.thenRun(CompletableFuture.java:1)",
                    "com.app.Hooks.enlist(Hooks.java:31)"));
    assertThat(leak.kind()).isEqualTo(Kind.LINKED_STRUCTURE);
    assertThat(leak.details().remedy()).contains("complete it").contains("Hooks.java:31");
    assertThat(leak.details().container().owner())
        .as("no walk has found the future, but it is one that holds them")
        .startsWith("java.util.concurrent.CompletableFuture.stack of a future");
  }

  @Test
  void whatACleanerNeverCleansIsOneFindingWithItsPayload() {
    Finding leak =
        only(
            run()
                .survivors("byte[]", 60, SiteFindingsTest::allAlong, PAYLOAD)
                .nodes(
                    "jdk.internal.ref.CleanerImpl$PhantomCleanableRef",
                    3,
                    SiteFindingsTest::allAlong,
                    "java.lang.ref.Cleaner.register(Cleaner.java:220)",
                    "com.app.Job.register(Job.java:9)",
                    "com.app.Job.<init>(Job.java:8)"));
    assertThat(leak.kind()).isEqualTo(Kind.CLEANER_CAPTURES_REFERENT);
    assertThat(leak.details().insertionSite().method()).isEqualTo("com.app.Job.register");
  }

  @Test
  void aCollectionWithoutASizeIsKnownByItsNodes() {
    String[] offer = {
      "java.util.concurrent.ConcurrentLinkedQueue.offer(ConcurrentLinkedQueue.java:1)",
      "com.app.Outbox.send(Outbox.java:3)"
    };
    Finding queue =
        only(
            run()
                .nodes(
                    "java.util.concurrent.ConcurrentLinkedQueue$Node",
                    40,
                    SiteFindingsTest::allAlong,
                    offer));
    assertThat(queue.kind()).isEqualTo(Kind.QUEUE_BACKLOG);
    assertThat(queue.details().container().type())
        .isEqualTo("java.util.concurrent.ConcurrentLinkedQueue");
    Finding map =
        only(
            run()
                .nodes(
                    "java.util.concurrent.ConcurrentSkipListMap$Node",
                    40,
                    SiteFindingsTest::allAlong,
                    offer));
    assertThat(map.kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);
  }

  @Test
  void closuresAndWhatNothingElseIsKnownOf() {
    Finding closure =
        only(
            run().survivors("com.app.Job$$Lambda$14/0x00c0", 40, SiteFindingsTest::allAlong, NODE));
    assertThat(closure.kind()).isEqualTo(Kind.CLOSURE_CAPTURE);
    Finding other = only(run().survivors("com.app.Order", 40, SiteFindingsTest::allAlong, NODE));
    assertThat(other.kind()).isEqualTo(Kind.ALLOCATION_GROWTH);
    assertThat(other.details().confidence()).isBetween(0.8, 0.95);
  }

  @Test
  void whatAConstructorAllocatesIsMadeWhereItsObjectIs() {
    Finding leak = only(run().survivors("byte[]", 60, SiteFindingsTest::allAlong, PAYLOAD));
    assertThat(leak.kind()).isEqualTo(Kind.ALLOCATION_GROWTH);
    assertThat(leak.details().insertionSite().print()).isEqualTo(PAYLOAD[1]);
    assertThat(leak.details().title())
        .isEqualTo(
            "byte[] allocated at com.app.Job.<init>(Job.java:7), by Job made at"
                + " com.app.Job.work(Job.java:29), piles up");
    assertThat(leak.details().remedy()).contains("what com.app.Job.work(Job.java:29) makes");
  }

  @Test
  void exceptionsAreKnownByTheStacksThatTheyRecord() {
    String[] made = {
      "java.lang.Throwable.fillInStackTrace(Throwable.java:798)",
      "java.lang.Throwable.<init>(Throwable.java:287)",
      "com.app.Job.fail(Job.java:41)",
      "com.app.Job.work(Job.java:29)"
    };
    SiteBuilder chain =
        run()
            .survivors("java.lang.Object[]", 30, SiteFindingsTest::allAlong, made)
            .survivors("com.app.JobException", 4, SiteFindingsTest::allAlong, made[2], made[3])
            .survivors("byte[]", 40, SiteFindingsTest::allAlong, made[2], made[3]);
    Finding leak = only(chain);
    assertThat(leak.kind()).isEqualTo(Kind.EXCEPTION_RETENTION);
    assertThat(leak.details().container().type()).isEqualTo("com.app.JobException");
    assertThat(leak.details().insertionSite().print()).isEqualTo(made[2]);
  }

  @Test
  void aFewExceptionsBesideOthersDoNotMakeTheKind() {
    Finding leak =
        only(
            run()
                .survivors("com.app.Order", 60, SiteFindingsTest::allAlong, NODE)
                .survivors("com.app.JobException", 5, SiteFindingsTest::allAlong, NODE));
    assertThat(leak.kind()).isEqualTo(Kind.ALLOCATION_GROWTH);
  }

  /** The sampling kept step with the loop: each site has all samples of some time. */
  @Test
  void sitesThatAreEvenOnlyTogetherAreOneFinding() {
    Finding leak =
        only(
            run()
                .survivors("byte[]", 60, SiteFindingsTest::inTheFirstHalf, PAYLOAD)
                .nodes("com.app.Node", 30, SiteFindingsTest::inTheSecondHalf, NODE));
    assertThat(leak.kind()).isEqualTo(Kind.LINKED_STRUCTURE);
    assertThat(leak.details().evidence().pattern()).startsWith("90 sampled survivors");
  }

  @Test
  void aTableAndTheSessionsAfterItAreNot() {
    SiteBuilder full =
        inAHeapThatHolds(t -> Math.min(35, 20 + t))
            .survivors("byte[]", 60, SiteFindingsTest::inTheFirstHalf, PAYLOAD)
            .nodes("com.app.Node", 30, SiteFindingsTest::inTheSecondHalf, NODE);
    assertThat(of(full).list()).isEmpty();
  }

  @Test
  void norWhatOnlyTheirCallersCallerJoins() {
    String[] elsewhere = {
      "com.app.Table.read(Table.java:1)",
      "com.app.Setup.all(Setup.java:2)",
      "com.app.Main.main(Main.java:3)"
    };
    SiteBuilder apart =
        run()
            .survivors("byte[]", 60, SiteFindingsTest::inTheFirstHalf, elsewhere)
            .nodes("com.app.Node", 30, SiteFindingsTest::inTheSecondHalf, NODE);
    assertThat(of(apart).list()).isEmpty();
  }

  @Test
  void aTableIsSilent() {
    assertThat(of(run().nodes("com.app.Node", 90, SiteFindingsTest::atTheStart, NODE)).list())
        .isEmpty();
  }

  @Test
  void withoutAnOldCollectionNothingIsKnown() {
    SiteBuilder untested =
        SiteBuilder.of(Snapshots.lasting(31))
            .nodes("com.app.Node", 90, SiteFindingsTest::allAlong, NODE);
    assertThat(of(untested).list()).isEmpty();
  }

  @Test
  void whatWasBornAfterTheLastOldCollectionMayBeGarbage() {
    SiteBuilder early =
        SiteBuilder.of(Snapshots.lasting(31))
            .oldCollections(3, 9, t -> 20 + t)
            .nodes("com.app.Node", 90, SiteFindingsTest::allAlong, NODE);
    assertThat(of(early).list()).isEmpty();
  }

  @Test
  void theTimeBeforeTheRecorderBeganDoesNotCount() {
    Finding leak = only(lateBorn().sampled(8, 31));
    assertThat(leak.kind()).isEqualTo(Kind.LINKED_STRUCTURE);
    assertThat(of(lateBorn()).list()).as("it recorded from the start").isEmpty();
  }

  private static SiteBuilder lateBorn() {
    return run().nodes("com.app.Node", 90, part -> 8 + 21 * part, NODE);
  }

  /** Each queue was filled in three seconds, and says nothing of the rest of its time. */
  @Test
  void whatFillsQueueAfterQueueLeaks() {
    DoubleUnaryOperator filling = part -> part < 0.5 ? 2 + 6 * part : 12 + 6 * part;
    assertThat(of(run().nodes("com.app.Node", 260, filling, NODE)).list()).isEmpty();
    Finding leak =
        only(run().nodes("com.app.Node", 260, filling, NODE).sampled(2, 15).sampled(15, 31));
    assertThat(leak.kind()).isEqualTo(Kind.LINKED_STRUCTURE);
    assertThat(leak.details().evidence().pattern()).endsWith("in 2 periods laid end to end");
  }

  @Test
  void whatFillsQueueAfterQueueInAHeapThatIsFullIsACache() {
    SiteBuilder full =
        inAHeapThatHolds(t -> Math.min(30, 20 + t))
            .nodes("com.app.Node", 260, part -> part < 0.5 ? 2 + 6 * part : 12 + 6 * part, NODE)
            .sampled(2, 15)
            .sampled(15, 31);
    assertThat(of(full).list()).isEmpty();
  }

  @Test
  void aHeapThatDoesNotRiseHoldsNoLeak() {
    SiteBuilder flat =
        inAHeapThatHolds(t -> 80).nodes("com.app.Node", 90, SiteFindingsTest::allAlong, NODE);
    assertThat(of(flat).list()).isEmpty();
  }

  @Test
  void whatAContainerExplainsIsNoSecondFinding() {
    Snapshots growing =
        Snapshots.lasting(31)
            .with(
                "java.util.HashMap",
                c -> c.heldBy("com.app.Job.DONE").size(t -> 500 * t).grownAt(9, PAYLOAD));
    Findings findings =
        of(grown(growing).survivors("com.app.Job", 60, SiteFindingsTest::allAlong, PAYLOAD));
    assertThat(findings.list())
        .extracting(Finding::kind)
        .containsExactly(Kind.UNBOUNDED_COLLECTION);
  }

  @Test
  void norWhatABoundedContainerHolds() {
    Snapshots full =
        Snapshots.lasting(31)
            .with(
                "java.util.LinkedHashMap",
                c ->
                    c.heldBy("com.app.Job.LRU")
                        .size(t -> Math.min(10_000, 1000 * t))
                        .grownAt(9, PAYLOAD));
    Findings findings =
        of(grown(full).survivors("com.app.Job", 60, SiteFindingsTest::allAlong, PAYLOAD));
    assertThat(findings.list()).noneMatch(f -> f.verdict() == Verdict.UNBOUNDED);
  }

  @Test
  void norWhatIsMadeDeepInsideTheCallThatFillsIt() {
    String fill = "com.app.Cache.get(Cache.java:7)";
    String compute = "java.util.concurrent.ConcurrentHashMap.compute(ConcurrentHashMap.java:1916)";
    Snapshots full =
        Snapshots.lasting(31)
            .with(
                "java.util.concurrent.ConcurrentHashMap",
                c ->
                    c.heldBy("com.app.Cache.data")
                        .size(t -> Math.min(10_000, 1000 * t))
                        .grownAt(
                            9,
                            "java.util.concurrent.ConcurrentHashMap.initTable(ConcurrentHashMap.java:1)",
                            compute,
                            fill));
    String[] made = {
      "com.json.Text.copy(Text.java:1)",
      "com.json.Writer.end(Writer.java:2)",
      "com.json.Mapper.write(Mapper.java:3)",
      "com.app.Loader.load(Loader.java:4)",
      compute,
      fill,
      "com.app.Main.main(Main.java:5)"
    };
    Findings findings = of(grown(full).survivors("byte[]", 60, SiteFindingsTest::allAlong, made));
    assertThat(findings.list()).noneMatch(f -> f.verdict() == Verdict.UNBOUNDED);
    made[5] = "com.app.Main.other(Main.java:9)";
    assertThat(of(grown(full).survivors("byte[]", 60, SiteFindingsTest::allAlong, made)).list())
        .anyMatch(f -> f.verdict() == Verdict.UNBOUNDED);
  }

  @Test
  void besideALeakingContainerElsewhereAGeneralFindingIsOpen() {
    Snapshots growing =
        Snapshots.lasting(31)
            .with(
                "java.util.HashMap",
                c ->
                    c.heldBy("com.app.Other.MAP")
                        .size(t -> 500 * t)
                        .grownAt(9, "com.app.Other.add(Other.java:3)"));
    Findings findings =
        of(grown(growing).survivors("com.app.Order", 60, SiteFindingsTest::allAlong, PAYLOAD));
    assertThat(findings.list())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.UNBOUNDED, Verdict.INCONCLUSIVE);
  }

  @Test
  void liveObjectsThatGrowAreMeasured() {
    Findings findings =
        of(SiteBuilder.of(Snapshots.lasting(31)).live("com.app.Order", t -> 300 * t, NODE));
    assertThat(findings.outcome()).isEqualTo(Outcome.LEAKS);
    Finding leak = findings.list().get(0);
    assertThat(leak.kind()).isEqualTo(Kind.ALLOCATION_GROWTH);
    assertThat(leak.details().growth().entriesPerSecond()).isBetween(295.0, 305.0);
    assertThat(leak.details().growth().bytesPerSecond()).isBetween(9_400.0, 9_800.0);
    assertThat(leak.details().container().size()).isEqualTo(31 * 300);
  }

  @Test
  void partsOfOneObjectAreOneFindingThoughOnlyTheirLinesAreKnown() {
    Findings findings =
        of(
            SiteBuilder.of(Snapshots.lasting(31))
                .live("com.app.Order", t -> 300 * t, "com.app.Orders.read(Orders.java:42)")
                .live("byte[]", t -> 600 * t, "com.app.Text.of(Text.java:7)"));
    assertThat(findings.list()).hasSize(1);
    assertThat(findings.list().get(0).details().growthStacks()).hasSize(2);
  }

  @Test
  void liveObjectsThatComeAndGoAreNot() {
    assertThat(
            of(SiteBuilder.of(Snapshots.lasting(31))
                    .live("com.app.Order", t -> 9000 + 5000 * Math.sin(t), NODE)
                    .live("com.app.Table", t -> 20_000, PAYLOAD))
                .list())
        .isEmpty();
  }

  @Test
  void whereAnEstimateSwingsTooMuchBirthsDecide() {
    assertThat(of(swinging(t -> 3_000 * t + 20_000 * Math.sin(t))).list())
        .as("rises in fits and starts")
        .hasSize(1);
    assertThat(of(swinging(t -> 60_000)).list()).as("does not rise").isEmpty();
  }

  /** Survivors all along, beside two dozen samples of the same site. */
  private static SiteBuilder swinging(DoubleUnaryOperator bySecond) {
    return run()
        .nodes("com.app.Node", 60, SiteFindingsTest::allAlong, NODE)
        .estimated("com.app.Node", 3_000, bySecond, NODE);
  }

  private static double allAlong(double part) {
    return 1.2 + 28 * part;
  }

  private static double inTheFirstHalf(double part) {
    return 1.2 + 14 * part;
  }

  private static double inTheSecondHalf(double part) {
    return 15.2 + 14 * part;
  }

  private static double atTheStart(double part) {
    return 1.2 + 2 * part;
  }

  private static SiteBuilder run() {
    return grown(Snapshots.lasting(31));
  }

  private static SiteBuilder inAHeapThatHolds(DoubleUnaryOperator megabytes) {
    return SiteBuilder.of(Snapshots.lasting(31)).oldCollections(2, 30, megabytes);
  }

  private static SiteBuilder grown(Snapshots run) {
    return SiteBuilder.of(run).oldCollections(2, 30, t -> 20 + t);
  }

  private static Findings of(SiteBuilder run) {
    return Detection.of(Runs.of(run.list()), List.of(), Catalogue.builtIn());
  }

  private static Finding only(SiteBuilder run) {
    Findings findings = of(run);
    assertThat(findings.outcome()).isEqualTo(Outcome.LEAKS);
    assertThat(findings.list()).hasSize(1);
    return findings.list().get(0);
  }
}
