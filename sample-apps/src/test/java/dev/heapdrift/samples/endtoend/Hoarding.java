package dev.heapdrift.samples.endtoend;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * A program that leaks, and looks at itself by JMX until it has been told so: {@code Hoarding
 * asks|listens}. It prints what it was told, and what there is of the analyzer before and after.
 */
final class Hoarding {
  private static final String BEAN = "dev.heapdrift:type=Agent";
  private static final String DIAGNOSTICS = "com.sun.management:type=DiagnosticCommand";
  private static final String VERDICT = "dev.heapdrift.verdict";

  private static final int BATCH = 50;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(6);

  private static final List<Object> HOARD = new ArrayList<>();

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName bean = new ObjectName(BEAN);
  private final BlockingQueue<Notification> verdicts = new LinkedBlockingQueue<>();

  private Hoarding() throws Exception {
    await("the bean", () -> server.isRegistered(bean) ? bean : null);
    System.out.println("before: " + traces()); // who listens may be told at once
    server.addNotificationListener(bean, (news, handback) -> hear(news), null, null);
  }

  public static void main(String[] args) throws Exception {
    Thread leak = new Thread(Hoarding::leak, "leak");
    leak.setDaemon(true);
    leak.start();
    System.out.println("begun");
    Hoarding program = new Hoarding();
    if (args[0].equals("asks")) {
      program.ask();
    }
    program.listen();
    System.out.println("after: " + await("the analyzer goes", program::nothing));
    System.out.println("common pool: " + ForkJoinPool.commonPool().getPoolSize());
  }

  private static void leak() {
    while (!Thread.interrupted()) {
      add();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static void add() {
    for (int i = 0; i < BATCH; i++) {
      HOARD.add(new Object()); // way: hoard
    }
  }

  private void hear(Notification news) {
    if (news.getType().equals(VERDICT)) {
      verdicts.add(news);
    }
  }

  private void ask() throws Exception {
    CompositeData leaks = await("a verdict", this::leaks);
    CompositeData first = ((CompositeData[]) leaks.get("findings"))[0];
    System.out.println("outcome: " + leaks.get("outcome"));
    for (String what :
        List.of("rank", "kind", "verdict", "fingerprint", "insertionSite", "owner", "title")) {
      System.out.println(what + ": " + first.get(what));
    }
    System.out.println("confidence: " + ((Double) first.get("confidence") > 0.5));
    System.out.println("rate: " + ((Double) first.get("entriesPerSecond") > 0));
  }

  /** What the agent finds, once something is unbounded. */
  private CompositeData leaks() throws Exception {
    CompositeData said =
        (CompositeData) server.invoke(bean, "findings", new Object[0], new String[0]);
    return said.get("outcome").equals("leaks") ? said : null;
  }

  private void listen() throws InterruptedException {
    Notification told = verdicts.poll(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
    System.out.println("told: " + told.getUserData() + " " + told.getMessage());
  }

  private List<String> nothing() throws Exception {
    List<String> traces = traces();
    return traces.isEmpty() ? traces : null;
  }

  /** What there is of the analyzer in this JVM: objects, classes that have any, threads. */
  private List<String> traces() throws Exception {
    String histogram =
        (String)
            server.invoke(
                new ObjectName(DIAGNOSTICS),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    List<String> traces = new ArrayList<>();
    histogram
        .lines()
        .filter(line -> line.contains("dev.heapdrift.analyzer") || line.contains("AnalyzerLoader"))
        .forEach(traces::add);
    Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.equals("heapdrift-analyzer") || name.equals("heapdrift-verdict"))
        .forEach(traces::add);
    try {
      Class.forName("dev.heapdrift.analyzer.guest.Judgement");
      traces.add("seen by the application");
    } catch (ClassNotFoundException hidden) {
      return traces;
    }
    return traces;
  }

  /** Asks again and again, with rests, until there is an answer. */
  private static <T> T await(String what, Callable<T> question) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (T answer = question.call(); ; answer = question.call()) {
      if (answer != null) {
        return answer;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain: " + what);
      }
      LockSupport.parkNanos(REST_NANOS);
    }
  }
}
