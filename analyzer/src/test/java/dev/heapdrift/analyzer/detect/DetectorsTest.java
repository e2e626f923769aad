package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.testing.ContainerBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorsTest {
  private static final String ADD = "java.util.ArrayList.add(ArrayList.java:480)";

  @Test
  void whateverElseGrowsIsAnUnboundedCollection() {
    Finding finding = leak("java.util.HashMap", c -> c.heldBy("com.app.Orders.CACHE"));
    assertThat(finding.kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);
    assertThat(finding.details().title())
        .isEqualTo("HashMap static com.app.Orders.CACHE grows by 500 entries/s without bound");
    assertThat(finding.details().remedy()).contains("removeEldestEntry");
  }

  @Test
  void aMapThatIsLookedIntoBeforeItIsFilledIsACache() {
    Finding finding =
        leak(
            "java.util.HashMap",
            c ->
                c.heldBy("com.app.Orders.CACHE")
                    .inserted("com.app.Orders.find(Orders.java:42)", "put", 500)
                    .used("com.app.Orders.find(Orders.java:40)", "get", Access.LOOKUP, 900, 400)
                    .used("com.app.Orders.drop(Orders.java:50)", "remove", Access.REMOVAL, 9, 2));
    assertThat(finding.kind()).isEqualTo(Kind.UNBOUNDED_CACHE);
    assertThat(finding.details().title()).startsWith("Cache HashMap static com.app.Orders.CACHE");
    assertThat(finding.details().remedy()).contains("maximumSize");
    Evidence evidence = finding.details().evidence();
    assertThat(evidence.hits()).isEqualTo(400);
    assertThat(evidence.removals()).isEqualTo(2);
    assertThat(evidence.failedRemovals()).isEqualTo(7);
  }

  @Test
  void computeIfAbsentLooksToo() {
    Finding finding =
        leak(
            "java.util.concurrent.ConcurrentHashMap",
            c ->
                c.inserted("com.app.Orders.find(Orders.java:42)", "computeIfAbsent", 500)
                    .counterpart(
                        "com.app.Orders.find(Orders.java:42)",
                        "com.app.Orders.evict(Orders.java:50)",
                        3));
    assertThat(finding.kind()).isEqualTo(Kind.UNBOUNDED_CACHE);
    assertThat(finding.details().evidence().hits()).as("not told apart").isNull();
  }

  @ParameterizedTest
  @CsvSource({"900, UNBOUNDED_CACHE", "0, GROWING_ARRAY"})
  void whatACacheOfALibraryConsistsOfIsOneWhereItIsHit(long hits, Kind kind) {
    Finding finding =
        leak(
            "com.lib.LocalCache$Part",
            c ->
                c.structure(Structure.GROWING_ARRAY)
                    .used(
                        "com.lib.LocalCache.get(LocalCache.java:9)",
                        "get",
                        Access.LOOKUP,
                        999,
                        hits));
    assertThat(finding.kind()).isEqualTo(kind);
  }

  @Test
  void aMapThatIsReadElsewhereIsNoCache() {
    Finding finding =
        leak(
            "java.util.HashMap",
            c ->
                c.inserted("com.app.Sessions.open(Sessions.java:20)", "put", 500)
                    .used("com.app.Sessions.of(Sessions.java:30)", "get", Access.LOOKUP, 900, 900)
                    .counterpart(
                        "com.app.Sessions.open(Sessions.java:20)",
                        "com.app.Sessions.close(Sessions.java:25)",
                        0));
    assertThat(finding.kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);
    Counterpart counterpart = finding.details().evidence().counterpart();
    assertThat(counterpart.method().print()).isEqualTo("com.app.Sessions.close(Sessions.java:25)");
    assertThat(counterpart.executions()).isZero();
    assertThat(finding.details().remedy())
        .startsWith("com.app.Sessions.close(Sessions.java:25) never ran. ");
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.ArrayDeque, QUEUE, false",
    "java.util.concurrent.LinkedBlockingQueue, QUEUE, false",
    "org.jctools.queues.MpscUnboundedArrayQueue, GROWING_ARRAY, false",
    "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue, QUEUE, true",
    "java.util.TaskQueue, QUEUE, true",
  })
  void queuesAreBacklogs(String type, Structure structure, boolean scheduler) {
    Finding finding = leak(type, c -> c.structure(structure));
    assertThat(finding).isInstanceOf(Finding.QueueBacklog.class);
    assertThat(((Finding.QueueBacklog) finding).scheduler()).isEqualTo(scheduler);
    assertThat(finding.details().remedy())
        .contains(scheduler ? "setRemoveOnCancelPolicy" : "capacity");
  }

  @ParameterizedTest
  @CsvSource({
    "static a.B.LIST, STATIC, java.util.ArrayList, ArrayList static a.B.LIST grows by",
    "a pool's thread, THREAD, java.util.TaskQueue, Task queue of a pool's thread grows by",
    "local a.B.list, LOCAL, java.util.ArrayList, 'ArrayList held by a local variable, a.B.list,'",
    "static a.Bus.listeners, STATIC, java.util.ArrayList, Listeners in static a.Bus.listeners grow",
  })
  void titlesReadAsSentences(String path, Owner.Kind kind, String type, String title) {
    String holder = path.startsWith("static ") ? path.substring("static ".length()) : null;
    assertThat(leak(type, c -> c.heldBy(path, kind, holder)).details().title()).startsWith(title);
  }

  @Test
  void aThreadsTableOfThreadLocalsIsAThreadLocalLeak() {
    Finding finding =
        leak(
            "java.lang.ThreadLocal$ThreadLocalMap",
            c ->
                c.structure(Structure.THREAD_LOCALS)
                    .heldBy("thread-locals of thread \"worker-#\"", Owner.Kind.THREAD, null));
    assertThat(finding.kind()).isEqualTo(Kind.THREAD_LOCAL_LEAK);
    assertThat(finding.details().title())
        .startsWith("The map of thread-locals of thread \"worker-#\" grows");
    assertThat(finding.details().remedy()).contains("remove()");
  }

  @Test
  void aMapInAThreadLocalIsAThreadLocalLeak() {
    Finding finding =
        leak(
            "java.util.HashMap",
            c ->
                c.heldBy(
                    "thread-local com.app.Ctx.MAP", Owner.Kind.THREAD_LOCAL, "com.app.Ctx.MAP"));
    assertThat(finding.kind()).isEqualTo(Kind.THREAD_LOCAL_LEAK);
    assertThat(finding.details().remedy()).contains("com.app.Ctx.MAP");
  }

  @ParameterizedTest
  @CsvSource({
    // element type, inserting method
    "com.app.PriceListener, com.app.Bus.put",
    "com.app.Prices$$Lambda/0x00007f1234, com.app.Bus.onPrice",
    "com.app.Prices$1, com.app.Bus.add",
    "java.lang.Object, com.app.Bus.addListener",
    "java.lang.Object, com.app.Bus.subscribe",
    "com.app.AuditHandler, com.app.Bus.register",
  })
  void listenersAreKnownByWhatTheyAreOrHowTheyCameIn(String element, String method) {
    Finding finding =
        leak(
            "java.util.concurrent.CopyOnWriteArrayList",
            c ->
                c.structure(Structure.COPY_ON_WRITE)
                    .element(element, 1)
                    .grownAt(ADD, method + "(Bus.java:12)"));
    assertThat(finding.kind()).isEqualTo(Kind.LISTENER_LEAK);
  }

  @Test
  void listenersAreKnownByTheMethodOfTheJdkThatTheyAreHandedTo() {
    Finding finding =
        leak(
            "java.util.concurrent.CopyOnWriteArrayList",
            c ->
                c.structure(Structure.COPY_ON_WRITE)
                    .element("javax.management.NotificationBroadcasterSupport$ListenerInfo", 1)
                    .grownAt(
                        ADD,
                        "javax.management.NotificationBroadcasterSupport.addNotificationListener(N.java:1)",
                        "com.app.Page.watch(Page.java:7)"));
    assertThat(finding.kind()).isEqualTo(Kind.LISTENER_LEAK);
    assertThat(finding.details().insertionSite().method()).isEqualTo("com.app.Page.watch");
    assertThat(finding.details().remedy()).contains("addNotificationListener");
  }

  @Test
  void aFieldNamedForListenersHoldsListeners() {
    Finding finding =
        leak(
            "java.util.concurrent.CopyOnWriteArrayList",
            c -> c.heldBy("com.app.Bus.LISTENERS").element("com.app.View", 1));
    assertThat(finding.kind()).isEqualTo(Kind.LISTENER_LEAK);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "3, false"})
  void listenersThatNoRemovalFindsAreFreshLambdas(long found, boolean fresh) {
    Finding finding =
        leak(
            "java.util.ArrayList",
            c ->
                c.heldBy("com.app.Bus.LISTENERS")
                    .used("com.app.Bus.off(Bus.java:20)", "remove", Access.REMOVAL, 900, found));
    assertThat(finding.kind()).isEqualTo(Kind.LISTENER_LEAK);
    assertThat(finding.details().remedy().contains("method reference")).isEqualTo(fresh);
  }

  @ParameterizedTest
  @CsvSource({
    "com.app.Order, com.app.Orders.add",
    "com.app.Order, com.app.Orders.onMessage",
    "com.app.Prices$$Lambda/0x00007f1234, com.app.Memo.put",
  })
  void dataThatIsAddedIsNoListener(String element, String method) {
    Finding finding =
        leak("java.util.ArrayList", c -> c.element(element, 1).grownAt(ADD, method + "(A.java:1)"));
    assertThat(finding.kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);
  }

  @Test
  void aStaticRegistryOfTheJdkIsARegistry() {
    Finding finding =
        leak(
            "java.util.HashMap",
            c ->
                c.heldBy("java.io.DeleteOnExitHook.files")
                    .grownAt(
                        "java.io.DeleteOnExitHook.add(DeleteOnExitHook.java:60)",
                        "java.io.File.deleteOnExit(File.java:1180)",
                        "com.app.Spool.open(Spool.java:31)"));
    assertThat(finding.kind()).isEqualTo(Kind.REGISTRY);
    assertThat(finding.details().insertionSite().method()).isEqualTo("com.app.Spool.open");
    assertThat(finding.details().remedy()).contains("Files.delete").contains("Spool.java:31");
  }

  @Test
  void aQueueInsideAnExecutorOfTheApplicationIsNoRegistry() {
    Finding finding =
        leak(
            "java.util.HashMap",
            c ->
                c.heldBy(
                    "static com.app.Pool.EXECUTOR.workers",
                    Owner.Kind.STATIC,
                    "java.util.concurrent.ThreadPoolExecutor.workers"));
    assertThat(finding.kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);
  }

  @Test
  void aWeakMapThatOutlivesCollectionsRetainsItsKeys() {
    Finding finding = leak("java.util.WeakHashMap", c -> c.collections(9));
    assertThat(finding.kind()).isEqualTo(Kind.WEAK_MAP_VALUE_RETAINS_KEY);
    assertThat(finding.verdict()).isEqualTo(Verdict.UNBOUNDED);
  }

  @Test
  void aWeakMapBeforeAnyCollectionIsInconclusive() {
    Finding finding = leak("java.util.WeakHashMap", c -> c.collections(2));
    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.details().evidence().missing()).contains("collections");
  }

  @ParameterizedTest
  @CsvSource({
    "com.app.Journal, GROWING_ARRAY",
    "it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap, UNBOUNDED_COLLECTION",
  })
  void foreignArraysAreCollectionsWhenNamedLikeOne(String type, Kind kind) {
    Finding finding = leak(type, c -> c.structure(Structure.GROWING_ARRAY));
    assertThat(finding.kind()).isEqualTo(kind);
  }

  /** The one finding on a container that grows by 500 entries a second. */
  static Finding leak(String type, Consumer<ContainerBuilder> describe) {
    Snapshots run = Snapshots.lasting(30).with(type, c -> describe.accept(c.size(t -> 500 * t)));
    return DetectionTest.only(DetectionTest.of(run));
  }
}
