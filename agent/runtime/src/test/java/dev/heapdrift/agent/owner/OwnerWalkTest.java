package dev.heapdrift.agent.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Owner.Kind;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Ways to a container are found, and printed by the shape of the API. */
class OwnerWalkTest {
  private static final String HERE = Holders.class.getName();

  private final Walker walker = new Walker(Holders.CLASSES);

  @Test
  void staticField() {
    assertThat(owner(Holders.CACHE))
        .isEqualTo(new Owner("static " + HERE + ".CACHE", Kind.STATIC, HERE + ".CACHE"));
  }

  @Test
  void valueOfMapOfInstance() {
    Holders.Tenant tenant = new Holders.Tenant();
    Holders.INSTANCE.tenants.put("acme", tenant);
    Owner owner = owner(tenant.cache);
    assertThat(owner.path())
        .isEqualTo("static " + HERE + ".INSTANCE.tenants{value}.cache (" + HERE + "$Tenant.cache)");
    assertThat(owner.holder()).isEqualTo(HERE + "$Tenant.cache");
  }

  @Test
  void whatLocalVariablesHoldIsFoundAroundWhoFillsIt() {
    Holders.Tenant tenant = new Holders.Tenant();
    assertThat(walker.find(tenant.cache).path()).isNull();
    assertThat(walker.around(tenant.cache, tenant))
        .isEqualTo(
            new Owner("local " + HERE + "$Tenant.cache", Kind.LOCAL, HERE + "$Tenant.cache"));
  }

  @Test
  void aCensusComesToAllContainersOnce() {
    Holders.Tenant tenant = new Holders.Tenant();
    Holders.INSTANCE.tenants.put("census", tenant);
    List<String> owners = walker.census();
    assertThat(owners)
        .contains("static " + HERE + ".CACHE", "static " + HERE + ".NAMES")
        .contains("static " + HERE + ".SORTED", "static " + HERE + ".TEXT")
        .anyMatch(owner -> owner.startsWith("static " + HERE + ".INSTANCE.tenants "))
        .containsOnlyOnce("static " + HERE + ".LISTENERS");
    assertThat(walker.report.complete()).isTrue();
  }

  @Test
  void aCensusComesToTheFieldsInWhichChainsBegin() {
    CompletableFuture<Void> dependant = Holders.PENDING.thenRun(() -> {});
    Holders.OUTBOX.add("mail");
    assertThat(walker.chains())
        .containsOnlyOnce("static " + HERE + ".CHAIN by next")
        .contains("static " + HERE + ".OUTBOX by next")
        .contains(
            "static "
                + HERE
                + ".PENDING.stack (java.util.concurrent.CompletableFuture.stack) by next")
        .noneMatch(chain -> chain.contains(".CHAIN.next"));
    assertThat(dependant).isNotDone();
  }

  @Test
  void longWaysKeepTheirEnds() {
    List<String> items = Holders.INSTANCE.registry.link.items;
    assertThat(owner(items).path())
        .isEqualTo("static " + HERE + ".INSTANCE … " + HERE + "$Link.items");
  }

  @Test
  void keysAndElementsOfSets() {
    Map<String, String> key = new HashMap<>();
    Holders.KEYS.put(key, "v");
    List<String> element = new ArrayList<>();
    Holders.LISTS.add(element);
    assertThat(owner(key).path()).isEqualTo("static " + HERE + ".KEYS{key}");
    assertThat(owner(element).path()).isEqualTo("static " + HERE + ".LISTS[*]");
  }

  @Test
  void valuesOfASkipList() {
    for (int i = 0; i < 100; i++) { // enough for some levels of its index
      Holders.SORTED.put(i, new ArrayList<>());
    }
    List<String> value = Holders.SORTED.get(60);
    assertThat(owner(value).path()).isEqualTo("static " + HERE + ".SORTED{value}");
  }

  @Test
  void wrappersOfTheJdkPrintNothingAndAreTold() {
    Object inner = innerMap(Holders.NAMES);
    Suspect suspect = walker.find(inner);
    assertThat(suspect.path().facts().path()).isEqualTo("static " + HERE + ".NAMES");
    assertThat(suspect.wrappers()).hasSize(1);
    assertThat(suspect.wrappers().get(0).refersTo(Holders.NAMES)).isTrue();
    assertThat(owner(Holders.CURRENT.get()).path()).isEqualTo("static " + HERE + ".CURRENT");
  }

  @Test
  void holderOfTheApplicationIsTheOutermostWrapper() {
    Holders.Registry registry = Holders.INSTANCE.registry;
    Suspect suspect = walker.find(wrapped(registry.entries()));
    assertThat(suspect.path().facts().path())
        .isEqualTo("static " + HERE + ".INSTANCE.registry.entries (" + HERE + "$Registry.entries)");
    assertThat(suspect.wrappers()).hasSize(2);
    assertThat(suspect.wrappers().get(0).refersTo(cast(registry.entries()))).isTrue();
    assertThat(suspect.wrappers().get(1).refersTo(registry)).isTrue();
  }

  @Test
  void chainOfOwnNodesPrintsAsOneField() {
    assertThat(owner(Holders.CHAIN.next.next.items).path())
        .isEqualTo("static " + HERE + ".CHAIN.next.items (" + HERE + "$Link.items)");
  }

  @Test
  void theEndOfALongChainIsFoundThoughNotEachStepToItIsKept() {
    Holders.Link last = new Holders.Link(null);
    Holders.longChain = last;
    for (int i = 0; i < 4 * Node.WHOLE; i++) {
      Holders.longChain = new Holders.Link(Holders.longChain);
    }
    assertThat(owner(last.items).path())
        .isEqualTo("static " + HERE + ".longChain.next.items (" + HERE + "$Link.items)");
    Holders.longChain = null;
  }

  @Test
  void aLongWayKeepsItsFirstStepsAndItsLast() {
    Node node = new Node("root", null, new Step.OfInserter());
    for (int i = 1; i <= 10_000; i++) {
      node = new Node(i, node.shortened(), ElementKind.ITEM);
    }
    assertThat(node.fromRoot()).hasSizeLessThanOrEqualTo(Node.WHOLE + 3);
    assertThat(node.fromRoot().getFirst().object).isEqualTo("root");
    assertThat(node.parent.object).isEqualTo(9_999);
  }

  @Test
  void weaklyHeldIsNotOwned() {
    Map<String, String> held = new HashMap<>();
    Holders.weak = new WeakReference<>(held);
    Holders.soft = new SoftReference<>(held);
    assertThat(walker.find(held).path()).isNull();
    assertThat(walker.report.complete()).isTrue();
    assertThat(held).as("alive until here").isEmpty();
  }

  @Test
  void threadLocalIsPrintedByItsVariable() throws Exception {
    List<String> values = new ArrayList<>();
    inPool(
        () -> Holders.CONTEXT.set(values),
        () -> {
          Owner owner = owner(values);
          assertThat(owner.path()).isEqualTo("thread-local " + HERE + ".CONTEXT");
          assertThat(owner.kind()).isEqualTo(Kind.THREAD_LOCAL);
          assertThat(owner.holder()).isEqualTo(HERE + ".CONTEXT");
        });
  }

  @Test
  void mapOfAThreadsVariables() throws Exception {
    Thread[] worker = new Thread[1];
    inPool(
        () -> {
          worker[0] = Thread.currentThread();
          Holders.CONTEXT.set(List.of());
        },
        () -> {
          Owner owner = owner(read(worker[0], Thread.class, "threadLocals"));
          assertThat(owner.path())
              .isEqualTo(
                  "thread-locals of thread \"pool-#-thread-#\""
                      + " (java.lang.ThreadLocal$ThreadLocalMap.table)");
          assertThat(owner.kind()).isEqualTo(Kind.THREAD);
        });
  }

  @Test
  void threadLocalOfAnInstance() throws Exception {
    List<String> values = new ArrayList<>();
    inPool(
        () -> Holders.INSTANCE.perThread.set(values),
        () ->
            assertThat(owner(values).path())
                .isEqualTo(
                    "thread-local " + HERE + ".INSTANCE.perThread (" + HERE + "$Shop.perThread)"));
  }

  @Test
  void threadLocalThatNobodyHolds() throws Exception {
    List<String> values = new ArrayList<>();
    inPool(
        () -> new ThreadLocal<List<String>>().set(values),
        () ->
            assertThat(owner(values).path())
                .isEqualTo("thread-local of thread \"pool-#-thread-#\""));
  }

  @Test
  void fieldOfAThreadWithoutItsName() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Holders.Poller poller = new Holders.Poller(() -> await(end));
    poller.start();
    Owner owner = walker.threads(poller).find(poller.polled).path().facts();
    end.countDown();
    poller.join();
    assertThat(owner)
        .isEqualTo(
            new Owner("thread " + HERE + "$Poller.polled", Kind.THREAD, HERE + "$Poller.polled"));
  }

  @Test
  void variableCapturedByALambda() {
    List<String> captured = new ArrayList<>();
    Runnable listener = () -> captured.add("event");
    Holders.LISTENERS.add(listener);
    Owner owner = owner(captured);
    Holders.LISTENERS.remove(listener);
    String test = OwnerWalkTest.class.getName();
    assertThat(owner.path())
        .isEqualTo(
            "static "
                + HERE
                + ".LISTENERS[*] captured by "
                + test
                + ".variableCapturedByALambda lambda (arg 1)");
    assertThat(owner.kind()).isEqualTo(Kind.CAPTURED);
    assertThat(owner.holder()).isEqualTo(test + "$$Lambda.arg$1");
  }

  @Test
  void variableCapturedByAnAnonymousClass() {
    List<String> captured = new ArrayList<>();
    Runnable listener =
        new Runnable() {
          @Override
          public void run() {
            captured.add("event");
          }
        };
    Holders.LISTENERS.add(listener);
    Owner owner = walker.record(listener.getClass()).find(captured).path().facts();
    Holders.LISTENERS.remove(listener);
    String closure = listener.getClass().getName();
    assertThat(owner.path())
        .isEqualTo("static " + HERE + ".LISTENERS[*] captured by " + closure + " (captured)");
    assertThat(owner.holder()).isEqualTo(closure + ".val$captured");
  }

  @Test
  void arrayOfAnInstanceIsPrintedByItsField() {
    Owner owner = walker.find(Holders.BOOK, "orders").path().facts();
    assertThat(owner.path())
        .isEqualTo("static " + HERE + ".BOOK.orders (" + HERE + "$Book.orders)");
    assertThat(owner.holder()).isEqualTo(HERE + "$Book.orders");
    assertThat(walker.find(Holders.BOOK).path().facts().holder())
        .as("the only array of the object")
        .isEqualTo(HERE + "$Book.orders");
  }

  @Test
  void arrayOfAStaticField() {
    Owner owner = walker.find(Holders.class, "grown").path().facts();
    assertThat(owner.path()).isEqualTo("static " + HERE + ".grown");
    assertThat(owner(Holders.BOOK.orders).holder()).isEqualTo(HERE + "$Book.orders");
  }

  @Test
  void nearFieldsAnswerAlone() {
    Suspect suspect = walker.find(Holders.CACHE, Holders.class);
    assertThat(suspect.path()).isNotNull();
    assertThat(walker.report.nodes()).isLessThan(200);
  }

  private Owner owner(Object container) {
    return walker.find(container).path().facts();
  }

  /** Runs {@code before} in a pooled thread, then {@code look} here while that thread waits. */
  private void inPool(Runnable before, Runnable look) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    try {
      Thread worker = pool.submit(Thread::currentThread).get();
      pool.submit(before).get();
      walker.threads(worker);
      look.run();
    } finally {
      pool.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Object innerMap(Object set) {
    return read(set, java.util.HashSet.class, "map");
  }

  private static Object wrapped(Object list) {
    return read(list, list.getClass().getSuperclass().getSuperclass(), "c");
  }

  private static Object read(Object object, Class<?> declaring, String field) {
    dev.heapdrift.agent.heap.Heap heap = dev.heapdrift.agent.heap.Heap.open();
    return heap.reference(object, heap.offset(declaring, field));
  }

  private static Object cast(Object object) {
    return object;
  }
}
