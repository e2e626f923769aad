package dev.heapdrift.agent.jmx;

import dev.heapdrift.agent.control.Suspect;
import dev.heapdrift.agent.options.UnattendedOptions;
import dev.heapdrift.agent.verdict.AnalyzerJar;
import dev.heapdrift.agent.verdict.Judge;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.ask.Verb;
import java.io.File;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/**
 * Registers the bean where somebody uses JMX, and takes it back. Whoever looks at a JVM by JMX, as
 * JConsole does, makes the platform's MBean server; as long as there is none, nobody can look.
 *
 * <p>{@link #look} and {@link #close} belong to the agent's thread and never wait for the
 * application, but for a bounded time when the agent leaves.
 */
public final class BeanDesk implements AutoCloseable {
  /** Name of the bean. */
  public static final String NAME = "dev.heapdrift:type=Agent";

  /** A bean that only the platform's server has. */
  private static final String PLATFORM = "java.lang:type=Runtime";

  /** Time between two looks for a server, in ns; longer after each attempt to register there. */
  private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Longest time between two attempts: a server may refuse, or not be the platform's, in ns. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(64);

  /** Longest wait for the bean to be taken back, in ms. */
  private static final long CLOSE_MILLIS = 2000;

  private final Questions agent;
  private final UnattendedOptions options;
  private final AnalyzerJar analyzer;
  private final Outbox news = new Outbox();
  private Thread clerk;
  private long lookedNanos;
  private long periodNanos = PERIOD_NANOS;
  private AgentBean bean; // both made for the server: their classes are nobody's need before
  private Judge judge;
  private volatile MBeanServer server;
  private volatile boolean closed;

  /**
   * Begins to look.
   *
   * @param control what answers the bean's questions
   * @param options whether anybody is to see the bean, and where the analyzer lies
   * @param agentJar the agent's own jar, or null where it has none
   */
  public BeanDesk(
      BiFunction<String, Object, Object> control, UnattendedOptions options, File agentJar) {
    this.agent = new Questions(control);
    this.options = options;
    this.analyzer = new AnalyzerJar(options.analyzer(), agentJar);
    this.closed = !options.jmx();
    this.lookedNanos = System.nanoTime();
  }

  /** Has those who listen told of it, if there can be any; never waits for them. */
  public void tell(Suspect suspect) {
    if (server != null) {
      news.add(News.of(suspect));
    }
  }

  /**
   * Has judged what grows steadily, if there is an analyzer and somebody listens, and not too
   * often; never waits for that.
   */
  public void judge() {
    if (server != null && bean.isHeard()) {
      judge.judgeIfRested();
    }
  }

  /** Registers the bean if there is a server to, or sends the news; to be called often. */
  public void look() {
    if (!news.isEmpty() && idle()) {
      List<News> all = news.take();
      begin(() -> all.forEach(bean::tell));
    }
    if (closed || server != null || System.nanoTime() - lookedNanos < periodNanos) {
      return;
    }
    lookedNanos = System.nanoTime();
    if (idle() && !MBeanServerFactory.findMBeanServer(null).isEmpty()) {
      periodNanos = Math.min(LONGEST_NANOS, 2 * periodNanos);
      begin(this::register);
    }
  }

  private boolean idle() {
    return clerk == null || !clerk.isAlive();
  }

  /** On a thread of its own: listeners and servers of the application may run there. */
  private void begin(Runnable work) {
    clerk = new Thread(() -> inside(work), "heapdrift-jmx");
    clerk.setDaemon(true);
    clerk.start();
  }

  private static void inside(Runnable work) {
    Door.enter(); // what JMX allocates or inserts for us is not the application's growth
    try {
      work.run();
    } finally {
      Door.exit();
    }
  }

  private void register() {
    for (MBeanServer candidate : MBeanServerFactory.findMBeanServer(null)) {
      if (server == null && registers(candidate)) {
        server = candidate;
      }
    }
    if (closed && server != null) {
      unregister();
    }
  }

  /** Whether it is the platform's; one of the application's own may refuse to say even that. */
  private boolean registers(MBeanServer candidate) {
    try {
      boolean platform = candidate.isRegistered(new ObjectName(PLATFORM));
      if (platform) {
        judge =
            new Judge(
                analyzer,
                () -> (String) agent.ask(Verb.SNAPSHOT, null),
                finding -> news.add(News.of(finding)),
                options.growthMillis());
        bean = new AgentBean(agent, judge);
        candidate.registerMBean(bean, new ObjectName(NAME));
      }
      return platform;
    } catch (JMException | RuntimeException | LinkageError refused) {
      return false;
    }
  }

  private void unregister() {
    try {
      server.unregisterMBean(new ObjectName(NAME));
    } catch (JMException | RuntimeException | LinkageError gone) {
      return; // somebody else has taken it out
    }
  }

  /** Takes the bean back: it would hold the agent's classes. */
  @Override
  public void close() {
    closed = true; // who is still registering takes it back at once
    try {
      if (clerk != null) {
        clerk.join(CLOSE_MILLIS);
      }
      if (server != null) {
        judge.close();
        begin(this::unregister);
        clerk.join(CLOSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
