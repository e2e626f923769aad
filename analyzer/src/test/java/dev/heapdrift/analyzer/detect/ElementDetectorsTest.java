package dev.heapdrift.analyzer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.series.Runs;
import dev.heapdrift.analyzer.testing.ContainerBuilder;
import dev.heapdrift.analyzer.testing.SiteBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds that rest on what the elements are, and on whether they are found again. */
class ElementDetectorsTest {
  private static final String ADD = "java.util.ArrayList.add(ArrayList.java:480)";

  @ParameterizedTest
  @CsvSource({
    "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue, setRemoveOnCancelPolicy",
    "java.util.TaskQueue, Timer.purge()",
    "java.util.concurrent.LinkedBlockingQueue, ThreadPoolExecutor.remove",
  })
  void queuesOfCancelledTasksAreAKindOfTheirOwn(String type, String remedy) {
    Finding finding =
        DetectorsTest.leak(
            type, c -> c.structure(Structure.QUEUE).nature(0.9, 0, 0).heldBy("com.app.Pool.Q"));
    assertThat(finding).isInstanceOf(Finding.CancelledTasks.class);
    assertThat(finding.details().title())
        .startsWith("Queue of cancelled tasks static com.app.Pool.Q grows by");
    assertThat(finding.details().remedy()).contains(remedy).contains("com.app.Pool.Q");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, 0.4})
  void aFewCancelledTasksAreNone(double cancelled) {
    Finding finding =
        DetectorsTest.leak(
            "java.util.TaskQueue",
            c -> c.structure(Structure.QUEUE).nature(cancelled, 0, 0).heldBy("com.app.Pool.Q"));
    assertThat(finding.kind()).isEqualTo(Kind.QUEUE_BACKLOG);
  }

  @ParameterizedTest
  @CsvSource({
    // insertions, removals, of them found
    "1000, 1000, 0", // the key has always changed
    "1000, 950, 600", // sometimes
  })
  void removalsThatFindNothingWhileAsManyEntriesStayMissTheirKeys(
      long inserted, long removed, long found) {
    Finding finding =
        DetectorsTest.leak("java.util.HashMap", c -> counted(c, inserted, 60, removed, found));
    assertThat(finding).isInstanceOf(Finding.MutatedKey.class);
    assertThat(((Finding.MutatedKey) finding).removal().line()).isEqualTo(60);
    assertThat(finding.details().remedy()).contains("Port.visit(Port.java:60)").contains("equals");
  }

  @ParameterizedTest
  @CsvSource({
    // insertions, line of the removal, removals, of them found
    "1000, 60, 1600, 800", // each twice, and some never
    "1000, 60, 15, 0", // too few
    "1000, 60, 300, 0", // far fewer than stay
    "1000, 60, 3000, 0", // far more
    "1000, 40, 1000, 0", // replaces: stands before the insertion in the same method
  })
  void otherRemovalsInVainDoNotMakeThemMutated(long inserted, int line, long removed, long found) {
    Finding finding =
        DetectorsTest.leak("java.util.HashMap", c -> counted(c, inserted, line, removed, found));
    assertThat(finding.kind()).isEqualTo(Kind.UNBOUNDED_COLLECTION);
  }

  @Test
  void collectionsOfExceptionsRetainThem() {
    Finding finding =
        DetectorsTest.leak(
            "java.util.ArrayList",
            c -> c.structure(Structure.LIST).nature(-1, 0.9, 0).heldBy("com.app.Log.FAILURES"));
    assertThat(finding.kind()).isEqualTo(Kind.EXCEPTION_RETENTION);
    assertThat(finding.details().remedy()).contains("com.app.Log.FAILURES").contains("latest");
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.ArrayList, LIST, 0.3, UNBOUNDED_COLLECTION", // also failures
    "java.util.ArrayDeque, QUEUE, 1, QUEUE_BACKLOG", // whose consumer is gone
  })
  void otherCollectionsMayHoldExceptionsToo(
      String type, Structure structure, double throwables, Kind kind) {
    Finding finding =
        DetectorsTest.leak(type, c -> c.structure(structure).nature(-1, throwables, 0));
    assertThat(finding.kind()).isEqualTo(kind);
  }

  @Test
  void suppressedExceptionsAreKnownByTheMethodThatAddsThem() {
    Finding finding =
        DetectorsTest.leak(
            "java.util.ArrayList",
            c ->
                c.structure(Structure.LIST)
                    .grownAt(
                        ADD,
                        "java.lang.Throwable.addSuppressed(Throwable.java:1070)",
                        "com.app.Pump.run(Pump.java:36)"));
    assertThat(finding.kind()).isEqualTo(Kind.EXCEPTION_RETENTION);
    assertThat(finding.details().remedy()).contains("Pump.java:36").contains("enableSuppression");
  }

  @ParameterizedTest
  @CsvSource({"1, INTERNING", "0.93, INTERNING", "0.5, UNBOUNDED_CACHE", "0, UNBOUNDED_CACHE"})
  void aMapOfValuesThatAreTheirKeysInterns(double ownKeys, Kind kind) {
    Finding finding =
        DetectorsTest.leak(
            "java.util.concurrent.ConcurrentHashMap",
            c ->
                c.nature(-1, 0, ownKeys)
                    .inserted("com.app.Names.intern(Names.java:33)", "putIfAbsent", 500)
                    .counterpart(
                        "com.app.Names.intern(Names.java:33)",
                        "com.app.Names.forget(Names.java:40)",
                        0));
    assertThat(finding.kind()).isEqualTo(kind);
  }

  @Test
  void theFinalizersQueueIsLocatedByWhatItsObjectsAreMadeOf() {
    String[] made = {
      "com.app.Scanner$Page.<init>(Scanner.java:47)", "com.app.Scanner.scan(Scanner.java:40)"
    };
    Snapshots run =
        Snapshots.lasting(30)
            .with(
                "java.lang.ref.ReferenceQueue",
                c ->
                    c.structure(Structure.QUEUE)
                        .size(t -> 300 * t)
                        .element("com.app.Scanner$Page", 1)
                        .heldBy("java.lang.ref.Finalizer.queue"));
    SiteBuilder survived =
        SiteBuilder.of(run)
            .survivors("byte[]", 40, part -> 1.2 + 28 * part, made)
            .survivors("byte[]", 9, part -> 1.2, "com.app.Table.load(Table.java:3)");
    Finding finding =
        DetectionTest.only(Detection.of(Runs.of(survived.list()), List.of(), Catalogue.builtIn()));
    assertThat(finding.kind()).isEqualTo(Kind.FINALIZER_BACKLOG);
    assertThat(finding.details().insertionSite().print()).isEqualTo(made[0]);
    assertThat(finding.details().remedy()).contains("com.app.Scanner$Page.finalize()");
  }

  @Test
  void aChainIsLocatedByWhereItsNodesAreMade() {
    Snapshots run =
        Snapshots.lasting(30)
            .with(
                "com.app.Draft$Edit",
                c ->
                    c.size(t -> 500 * t)
                        .structure(Structure.NODES)
                        .element("com.app.Draft$Edit", 1)
                        .heldBy("com.app.Draft.last"));
    String made = "com.app.Draft.type(Draft.java:9)";
    SiteBuilder survived =
        SiteBuilder.of(run)
            .survivors("com.app.Draft$Edit", 5, part -> 1.2 + 28 * part, made)
            .survivors("byte[]", 9, part -> 1.2, "com.app.Table.load(Table.java:3)");
    Finding finding =
        DetectionTest.only(Detection.of(Runs.of(survived.list()), List.of(), Catalogue.builtIn()));
    assertThat(finding.kind()).isEqualTo(Kind.LINKED_STRUCTURE);
    assertThat(finding.details().title())
        .startsWith("Nodes of Edit in static com.app.Draft.last grow by")
        .endsWith("fed at com.app.Draft.type(Draft.java:9)");
  }

  @Test
  void aQueueThatKeepsNoSizeIsAQueue() {
    Finding finding =
        DetectorsTest.leak(
            "java.util.concurrent.ConcurrentLinkedQueue",
            c -> c.structure(Structure.NODES).heldBy("com.app.Outbox.mails"));
    assertThat(finding.kind()).isEqualTo(Kind.QUEUE_BACKLOG);
  }

  private static void counted(
      ContainerBuilder port, long inserted, int line, long removed, long found) {
    String removal = "com.app.Port.visit(Port.java:" + line + ")";
    port.inserted("com.app.Port.visit(Port.java:50)", "put", inserted)
        .used(removal, "remove", Access.REMOVAL, removed, found);
  }
}
