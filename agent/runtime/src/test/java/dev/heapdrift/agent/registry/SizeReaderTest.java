package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.growth.GrowthTable;
import dev.heapdrift.agent.growth.Structure;
import java.beans.PropertyChangeSupport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EventListener;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.swing.event.EventListenerList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The size of every row of the table, read from fields. */
@SuppressWarnings({
  "FutureReturnValueIgnored", // what counts is that the task is queued
  "JdkObsolete", // the old structures leak too
  "ThreadLocalUsage" // many in one thread, as a leak has them
})
class SizeReaderTest {
  private static final int ENTRIES = 1500;

  private final Reader reader = new Reader();
  private final SizeReader sizes = new SizeReader(reader.heap);
  private final List<Object> held = new ArrayList<>();

  static Stream<String> rows() {
    return Stream.concat(GrowthTable.rows().stream(), GrowthTable.walked().stream())
        .map(Structure::className);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsEveryStructure(String className) throws Exception {
    Object container = filled(className);
    Structure row = GrowthTable.of(container.getClass());
    assertThat(row.className()).isEqualTo(className);
    assertThat(sizes.size(container, row)).isEqualTo(expected(className));
  }

  @Test
  void readsASubclassOfTheApplicationWithoutCallingIt() {
    Map<Object, Object> map =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public int size() {
            throw new AssertionError("the application's code was called");
          }
        };
    map.put("a", "b");
    assertThat(sizes.size(map, GrowthTable.of(map.getClass()))).isOne();
  }

  @Test
  void readsAnEmptyMapThatHasNoCounterYet() {
    Object map = new ConcurrentSkipListMap<>();
    assertThat(sizes.size(map, GrowthTable.of(map.getClass()))).isZero();
  }

  @Test
  void readsARingAroundItsEnd() {
    ArrayDeque<Object> deque = new ArrayDeque<>(64);
    for (int i = 0; i < 60; i++) {
      deque.add(i);
    }
    for (int i = 0; i < 50; i++) {
      deque.poll();
      deque.add(i);
    }
    assertThat(sizes.size(deque, GrowthTable.of(ArrayDeque.class))).isEqualTo(60);
  }

  @Test
  void readsACounterThatIsStriped() throws Exception {
    Map<Object, Object> map = new ConcurrentHashMap<>();
    List<Thread> writers = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int first = t * 50_000;
      Thread writer = new Thread(() -> putAll(map, first, 50_000));
      writers.add(writer);
      writer.start();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(sizes.size(map, GrowthTable.of(map.getClass()))).isEqualTo(200_000);
  }

  private static void putAll(Map<Object, Object> map, int first, int count) {
    for (int i = first; i < first + count; i++) {
      map.put(i, i);
    }
  }

  private static long expected(String className) {
    return switch (className) {
      case "java.io.ByteArrayOutputStream" -> 100 * ENTRIES;
      case "java.lang.AbstractStringBuilder" -> 2 * ENTRIES;
      case "javax.swing.event.EventListenerList" -> 2 * ENTRIES;
      default -> ENTRIES;
    };
  }

  private Object filled(String structure) throws Exception {
    return switch (structure) {
      case "java.util.ArrayList" -> with(new ArrayList<>());
      case "java.util.Vector" -> with(new Vector<>());
      case "java.util.LinkedList" -> with(new LinkedList<>());
      case "java.util.ArrayDeque" -> with(new ArrayDeque<>());
      case "java.util.PriorityQueue" -> with(new PriorityQueue<>());
      case "java.util.concurrent.PriorityBlockingQueue" -> with(new PriorityBlockingQueue<>());
      case "java.util.concurrent.LinkedBlockingQueue" -> with(new LinkedBlockingQueue<>());
      case "java.util.concurrent.LinkedBlockingDeque" -> with(new LinkedBlockingDeque<>());
      case "java.util.concurrent.CopyOnWriteArrayList" -> with(new CopyOnWriteArrayList<>());
      case "java.util.HashMap" -> with(new HashMap<>());
      case "java.util.concurrent.ConcurrentHashMap" -> with(new ConcurrentHashMap<>());
      case "java.util.Hashtable" -> with(new Hashtable<>());
      case "java.util.IdentityHashMap" -> with(new IdentityHashMap<>());
      case "java.util.WeakHashMap" -> with(new WeakHashMap<>());
      case "java.util.TreeMap" -> with(new TreeMap<>());
      case "java.lang.ThreadLocal$ThreadLocalMap" -> threadLocals();
      case "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue" -> delayed();
      case "java.util.TaskQueue" -> timer();
      case "java.util.concurrent.ForkJoinPool$WorkQueue" -> workQueue();
      case "javax.swing.event.EventListenerList" -> listeners();
      case "java.beans.ChangeListenerMap" -> reader.field(changes(), "map");
      case "java.io.ByteArrayOutputStream" -> bytes();
      case "java.io.CharArrayWriter" -> characters();
      case "java.lang.AbstractStringBuilder" -> text();
      case "java.util.concurrent.ConcurrentSkipListMap" -> with(new ConcurrentSkipListMap<>());
      case "java.io.ObjectOutputStream$HandleTable" -> reader.field(serialized(), "handles");
      case "java.io.ObjectInputStream$HandleTable" -> reader.field(deserialized(), "handles");
      default -> throw new AssertionError("nothing fills " + structure);
    };
  }

  private static Object with(Collection<Object> collection) {
    for (int i = 0; i < ENTRIES; i++) {
      collection.add(i);
    }
    return collection;
  }

  private Object with(Map<Object, Object> map) {
    for (int i = 0; i < ENTRIES; i++) {
      String key = "key" + i;
      held.add(key);
      map.put(key, i);
    }
    return map;
  }

  /** On a new thread, whose map starts empty, counted from what the JDK has put there already. */
  private Object threadLocals() throws InterruptedException {
    AtomicReference<Object> map = new AtomicReference<>();
    Thread owner =
        new Thread(
            () -> {
              ThreadLocal<Object> first = new ThreadLocal<>();
              first.set("first");
              map.set(reader.field(Thread.currentThread(), "threadLocals"));
              held.add(first);
              long before = sizes.size(map.get(), GrowthTable.of(map.get().getClass()));
              for (long i = before; i < ENTRIES; i++) {
                ThreadLocal<Object> local = new ThreadLocal<>();
                local.set(i);
                held.add(local);
              }
            });
    owner.start();
    owner.join();
    return map.get();
  }

  private static Object delayed() {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    for (int i = 0; i < ENTRIES; i++) {
      executor.schedule(() -> {}, 1, TimeUnit.DAYS);
    }
    Object queue = executor.getQueue();
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(true);
    executor.shutdown();
    return queue;
  }

  private Object timer() {
    Timer timer = new Timer(true);
    for (int i = 0; i < ENTRIES; i++) {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {}
          },
          TimeUnit.DAYS.toMillis(1));
    }
    held.add(timer);
    return reader.field(timer, "queue");
  }

  /** Tasks that a worker forks while it is busy stay in its own queue. */
  private Object workQueue() throws InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(1);
    AtomicReference<Object> queue = new AtomicReference<>();
    CountDownLatch forked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    pool.execute(
        () -> {
          for (int i = 0; i < ENTRIES; i++) {
            pool.execute(() -> {});
          }
          ForkJoinWorkerThread worker = (ForkJoinWorkerThread) Thread.currentThread();
          queue.set(reader.field(worker, "workQueue"));
          forked.countDown();
          awaitUninterruptibly(end);
        });
    forked.await();
    held.add(pool);
    return queue.get();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Object listeners() {
    EventListenerList list = new EventListenerList();
    for (int i = 0; i < ENTRIES; i++) {
      list.add(EventListener.class, new EventListener() {});
    }
    return list;
  }

  /** Two thirds of them for one property. */
  private static PropertyChangeSupport changes() {
    PropertyChangeSupport changes = new PropertyChangeSupport(SizeReaderTest.class);
    for (int i = 0; i < ENTRIES; i++) {
      changes.addPropertyChangeListener(i % 3 == 0 ? "name" : "price", change -> {});
    }
    return changes;
  }

  private static Object bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < ENTRIES; i++) {
      out.write(new byte[100]);
    }
    return out;
  }

  /** Two bytes a character: it is characters that count. */
  private static Object text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ENTRIES; i++) {
      text.append('é').append('→');
    }
    return text;
  }

  private static Object characters() throws IOException {
    CharArrayWriter out = new CharArrayWriter();
    out.write(new char[ENTRIES]);
    return out;
  }

  private static ObjectOutputStream serialized() throws IOException {
    return serializedTo(new ByteArrayOutputStream());
  }

  private static ObjectOutputStream serializedTo(ByteArrayOutputStream bytes) throws IOException {
    ObjectOutputStream out = new ObjectOutputStream(bytes);
    for (int i = 0; i < ENTRIES; i++) {
      out.writeObject("element " + i);
    }
    out.flush();
    return out;
  }

  private static ObjectInputStream deserialized() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    serializedTo(bytes).close();
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    for (int i = 0; i < ENTRIES; i++) {
      in.readObject();
    }
    return in;
  }
}
