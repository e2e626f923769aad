package dev.heapdrift.agent.growth;

import java.beans.PropertyChangeSupport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.swing.event.EventListenerList;

/**
 * Fills every structure of {@link GrowthTable}, through the application's API, far past the size at
 * which it is noticed, holds it in a static field, and ends when a line comes in.
 */
@SuppressWarnings({
  "JdkObsolete", // they are part of the table
  "FutureReturnValueIgnored", // the backlog is what is filled
  "ThreadLocalUsage" // many of them
})
final class EveryStructure {
  static final int ENTRIES = 3_000;

  /** What is filled must live until the last snapshot. */
  static final Object[] HELD = new Object[2000];

  /** Also what keeps the keys of the weak map. */
  private static final String[] KEYS = new String[ENTRIES];

  private static int held;

  private EveryStructure() {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < ENTRIES; i++) {
      KEYS[i] = "key" + i;
    }
    fillAll();
    System.out.println("filled");
    while (System.in.available() == 0 && held < HELD.length / 2) {
      fillAll(); // where the machine is busy, the door lets fewer growths through
    }
    System.exit(System.in.read() == -1 ? 1 : 0);
  }

  private static void fillAll() throws IOException, InterruptedException {
    for (Structure row : GrowthTable.rows()) {
      Pace.untilTheDoorHasTokensAgain();
      fill(row.className());
    }
  }

  private static void fill(String structure) throws IOException, InterruptedException {
    switch (structure) {
      case "java.util.ArrayList" -> addTo(new ArrayList<>());
      case "java.util.Vector" -> addTo(new Vector<>());
      case "java.util.LinkedList" -> addTo(new LinkedList<>());
      case "java.util.HashMap" -> putInto(new HashMap<>());
      case "java.util.concurrent.ConcurrentHashMap" -> putInto(new ConcurrentHashMap<>());
      case "java.util.Hashtable" -> putInto(new Hashtable<>());
      case "java.util.IdentityHashMap" -> putInto(new IdentityHashMap<>());
      case "java.util.WeakHashMap" -> putInto(new WeakHashMap<>());
      case "java.util.TreeMap" -> putInto(new TreeMap<>());
      case "java.lang.ThreadLocal$ThreadLocalMap" -> setThreadLocals();
      case "java.util.ArrayDeque" -> addTo(new ArrayDeque<>());
      case "java.util.PriorityQueue" -> addTo(new PriorityQueue<>());
      case "java.util.concurrent.PriorityBlockingQueue" -> addTo(new PriorityBlockingQueue<>());
      case "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue" -> schedule();
      case "java.util.TaskQueue" -> scheduleOnTimer();
      case "java.util.concurrent.LinkedBlockingQueue" -> addTo(new LinkedBlockingQueue<>());
      case "java.util.concurrent.LinkedBlockingDeque" -> addTo(new LinkedBlockingDeque<>());
      case "java.util.concurrent.ForkJoinPool$WorkQueue" -> submit();
      case "java.util.concurrent.CopyOnWriteArrayList" -> addTo(new CopyOnWriteArrayList<>());
      case "javax.swing.event.EventListenerList" -> listen();
      case "java.beans.ChangeListenerMap" -> listenToChanges();
      case "java.io.ByteArrayOutputStream" -> write();
      case "java.io.ObjectOutputStream$HandleTable" -> serialize();
      case "java.io.ObjectInputStream$HandleTable" -> deserialize();
      default -> throw new IllegalArgumentException("nothing fills " + structure);
    }
  }

  private static void hold(Object container) {
    HELD[held++] = container;
  }

  private static void addTo(Collection<Object> collection) {
    hold(collection);
    for (int i = 0; i < ENTRIES; i++) {
      collection.add(i);
    }
  }

  private static void putInto(Map<Object, Object> map) {
    hold(map);
    for (String key : KEYS) {
      map.put(key, key);
    }
  }

  private static void setThreadLocals() {
    List<ThreadLocal<Object>> locals = new ArrayList<>(ENTRIES);
    hold(locals);
    for (int i = 0; i < ENTRIES; i++) {
      ThreadLocal<Object> local = new ThreadLocal<>();
      locals.add(local);
      local.set(i);
    }
  }

  private static void schedule() {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    hold(executor);
    for (int i = 0; i < ENTRIES; i++) {
      executor.schedule(() -> {}, 1, TimeUnit.DAYS);
    }
  }

  private static void scheduleOnTimer() {
    Timer timer = new Timer("timer", true);
    hold(timer);
    for (int i = 0; i < ENTRIES; i++) {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {}
          },
          TimeUnit.DAYS.toMillis(1));
    }
  }

  private static void submit() throws InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(1);
    hold(pool);
    CountDownLatch running = new CountDownLatch(1);
    pool.execute(
        () -> {
          running.countDown();
          awaitForever();
        });
    running.await();
    for (int i = 0; i < ENTRIES; i++) {
      pool.execute(() -> {});
    }
  }

  private static void awaitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void listen() {
    EventListenerList listeners = new EventListenerList();
    hold(listeners);
    for (int i = 0; i < ENTRIES; i++) {
      listeners.add(EventListener.class, new EventListener() {});
    }
  }

  private static void listenToChanges() {
    PropertyChangeSupport changes = new PropertyChangeSupport(EveryStructure.class);
    hold(changes);
    for (int i = 0; i < ENTRIES; i++) {
      changes.addPropertyChangeListener("price", change -> {});
    }
  }

  private static void write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    hold(bytes);
    byte[] block = new byte[100];
    for (int i = 0; i < ENTRIES; i++) {
      bytes.write(block);
    }
  }

  private static byte[] serialize() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ObjectOutputStream out = new ObjectOutputStream(bytes);
    hold(out);
    for (int i = 0; i < ENTRIES; i++) {
      out.writeObject("element " + i);
    }
    out.flush();
    return bytes.toByteArray();
  }

  private static void deserialize() throws IOException {
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialize()));
    hold(in);
    try {
      for (int i = 0; i < ENTRIES; i++) {
        in.readObject();
      }
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
