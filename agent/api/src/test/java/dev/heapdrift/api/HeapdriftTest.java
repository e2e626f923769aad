package dev.heapdrift.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Owner.Kind;
import dev.heapdrift.snapshot.stats.Traceback;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the calls ask of an agent, and what they make of its answers. */
class HeapdriftTest {

  private FakeDoor agent;

  @BeforeEach
  void listen() throws ReflectiveOperationException {
    agent = FakeDoor.open();
  }

  @AfterEach
  void leave() {
    agent.close();
  }

  @Test
  void startsWithOneFrameAndStops() {
    assertThat(Heapdrift.start()).isTrue();
    assertThat(Heapdrift.isTracing()).isTrue();
    Heapdrift.stop();
    assertThat(Heapdrift.isTracing()).isFalse();
    assertThat(agent.asked()).contains("tracing.start 1", "tracing.stop");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 25, 65_535})
  void startsWithSoManyFrames(int frames) {
    assertThat(Heapdrift.start(frames)).isTrue();
    assertThat(agent.asked()).contains("tracing.start " + frames);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 65_536})
  void refusesOtherNumbersOfFrames(int frames) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Heapdrift.start(frames))
        .withMessage("frames must be between 1 and 65535, not " + frames);
    assertThat(agent.asked()).isEmpty();
  }

  @Test
  void whatTheAgentCannotDoIsSaidInItsWords() {
    agent.says("tracing.start", "error: no room for the hooks");
    assertThatIllegalStateException()
        .isThrownBy(Heapdrift::start)
        .withMessage("no room for the hooks");
  }

  @Test
  void aSnapshotNeedsTracing() {
    assertThatIllegalStateException()
        .isThrownBy(Heapdrift::takeSnapshot)
        .withMessageStartingWith("allocations are not traced: call Heapdrift.start() first");
  }

  @Test
  void takesASnapshot() {
    AllocationSnapshot held = new Traces().at(42, 3, 5).snapshot();
    agent.tracing(true).holds(held);
    assertThat(Heapdrift.takeSnapshot()).isEqualTo(held);
  }

  @Test
  void aSnapshotThatCannotBeReadIsSaidInOneLine() {
    agent.tracing(true).says("snapshot.bytes", new byte[] {1, 2, 3});
    assertThatIllegalStateException()
        .isThrownBy(Heapdrift::takeSnapshot)
        .withMessageStartingWith("the agent's snapshot cannot be read: ");
  }

  @Test
  void tellsMemoryLimitAndItsOwn() {
    agent.memory(12, 34).says("tracing.limit", 25).says("tracing.overhead", 56L);
    assertThat(Heapdrift.getTracedMemory()).isEqualTo(new TracedMemory(12, 34));
    assertThat(Heapdrift.getTracebackLimit()).isEqualTo(25);
    assertThat(Heapdrift.getTracerMemory()).isEqualTo(56);
  }

  @Test
  void clearsAndResets() {
    Heapdrift.clearTraces();
    Heapdrift.resetPeak();
    Heapdrift.pause();
    assertThat(agent.asked())
        .containsExactly("tracing.clear", "tracing.resetPeak", "tracing.pause");
  }

  @Test
  void tellsWhereAnObjectWasAllocated() {
    String[] stack = {"9", "com.app.Orders\tfind\tOrders.java\t42", "com.app.Gen\trun\t\t-1"};
    agent.says("tracing.traceback", stack);
    Traceback traceback = Heapdrift.getObjectTraceback("x").orElseThrow();
    assertThat(traceback).hasToString("com.app.Orders.find(Orders.java:42)");
    assertThat(traceback.totalFrames()).isEqualTo(9);
    assertThat(traceback.format())
        .containsExactly(
            "    at com.app.Orders.find(Orders.java:42)", "    at com.app.Gen.run(Unknown Source)");
  }

  @Test
  void tellsSizes() {
    agent.says("size.shallow", 24L).says("size.deep", 64L);
    assertThat(Heapdrift.shallowSize("x")).hasValue(24);
    assertThat(Heapdrift.deepSize("x")).hasValue(64);
  }

  @Test
  void tellsWhoHoldsAnObject() {
    agent.says("owner.object", new String[] {"thread \"main\"", "THREAD", "", "", "-1"});
    assertThat(Heapdrift.findOwner("x")).hasValue(new Owner("thread \"main\"", Kind.THREAD, null));
  }

  @Test
  void tellsWhoHoldsWhatATraceMade() {
    String[] words = {"static com.app.Orders.CACHE{value}", "STATIC", "com.app.Orders.CACHE"};
    agent.says("owner.trace", new String[] {words[0], words[1], words[2], "com.app.Lru.max", "99"});
    Trace trace = new Traces().at(42, 1, 1).snapshot().traces().get(0);
    assertThat(Heapdrift.findOwner(trace))
        .hasValue(
            new Owner(words[0], Kind.STATIC, words[2], new Owner.Limit("com.app.Lru.max", 99)));
    assertThat(PrintedStack.print(trace))
        .containsExactly(
            "com.app.Order",
            "com.app.Orders\tfind\tOrders.java\t42",
            "com.app.Main\tmain\tMain.java\t9");
  }

  @Test
  void writesFiles() throws Exception {
    agent.says("snapshot", "/tmp/a.hds");
    assertThat(Heapdrift.writeSnapshot()).hasValue(Path.of("/tmp/a.hds"));
    agent.says("snapshot", "error: it exists");
    assertThatIOException()
        .isThrownBy(() -> Heapdrift.writeSnapshot(Path.of("a.hds")))
        .withMessage("it exists");
  }

  @Test
  void nullIsRefused() {
    assertThatNullPointerException().isThrownBy(() -> Heapdrift.getObjectTraceback(null));
    assertThatNullPointerException().isThrownBy(() -> Heapdrift.shallowSize(null));
    assertThatNullPointerException().isThrownBy(() -> Heapdrift.deepSize(null));
    assertThatNullPointerException().isThrownBy(() -> Heapdrift.findOwner((Object) null));
    assertThatNullPointerException().isThrownBy(() -> Heapdrift.writeSnapshot(null));
  }

  @Test
  void theCounterOfWorkIsHandedOverWhateverTheAgentSays() {
    agent.says("work.counter", "error: unknown request work.counter");
    Heapdrift.countWork(3);
    WorkUnits.offerSlow(); // countWork does so once a second
    assertThat(agent.asked()).last().asString().startsWith("work.counter ");
  }
}
