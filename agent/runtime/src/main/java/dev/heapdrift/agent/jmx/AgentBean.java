package dev.heapdrift.agent.jmx;

import dev.heapdrift.agent.metrics.Family;
import dev.heapdrift.agent.metrics.SnapshotMetrics;
import dev.heapdrift.agent.options.Level;
import dev.heapdrift.agent.verdict.Judge;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.ask.Verb;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.NotificationFilter;
import javax.management.NotificationListener;

/** Hands what JMX asks for to the agent's control function. Any thread. */
final class AgentBean extends NotificationBroadcasterSupport implements HeapdriftMXBean {
  private static final String OFF = Level.OFF.text();

  private final Questions agent;
  private final Judge judge;
  private final Listeners listeners = new Listeners();
  private final AtomicLong sent = new AtomicLong();
  private volatile String stoppedAt = Level.WATCH.text();

  AgentBean(Questions agent, Judge judge) {
    super(
        info(News.GROWTH, "A collection has grown steadily for the time of growth-trigger."),
        info(News.VERDICT, "The analyzer has found something that grows without bound."));
    this.agent = agent;
    this.judge = judge;
  }

  private static MBeanNotificationInfo info(String type, String description) {
    return new MBeanNotificationInfo(
        new String[] {type}, Notification.class.getName(), description);
  }

  /** Tells those who listen, on this thread; what they throw is theirs. */
  void tell(News news) {
    Notification told =
        new Notification(news.type(), BeanDesk.NAME, sent.incrementAndGet(), news.message());
    told.setUserData(news.about());
    try {
      sendNotification(told);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return;
    }
  }

  /** Whether anybody listens. */
  boolean isHeard() {
    return listeners.any();
  }

  @Override
  public void addNotificationListener(
      NotificationListener listener, NotificationFilter filter, Object handback) {
    super.addNotificationListener(listener, filter, handback);
    listeners.add(listener);
  }

  @Override
  public void removeNotificationListener(NotificationListener listener)
      throws ListenerNotFoundException {
    super.removeNotificationListener(listener);
    listeners.removeAll(listener);
  }

  @Override
  public void removeNotificationListener(
      NotificationListener listener, NotificationFilter filter, Object handback)
      throws ListenerNotFoundException {
    super.removeNotificationListener(listener, filter, handback);
    listeners.remove(listener);
  }

  @Override
  public StatusView getStatus() {
    return inside(() -> new StatusView((String) agent.ask(Verb.STATUS, null)));
  }

  @Override
  public String getLevel() {
    return getStatus().getLevel();
  }

  @Override
  public void setLevel(String level) {
    agent.ask(Verb.LEVEL, level);
  }

  @Override
  public void stop() {
    String running = getLevel();
    if (!running.equals(OFF)) {
      stoppedAt = running;
      setLevel(OFF);
    }
  }

  @Override
  public void start() {
    if (getLevel().equals(OFF)) {
      setLevel(stoppedAt);
    }
  }

  @Override
  public String takeSnapshot() {
    return (String) agent.ask(Verb.SNAPSHOT, null);
  }

  @Override
  public String takeSnapshotAfterCollection() {
    return (String) agent.ask(Verb.SNAPSHOT_AFTER_GC, null);
  }

  @Override
  public List<MetricView> statistics(int most) {
    return inside(() -> views(SnapshotMetrics.of(snapshot(), Math.max(0, most))));
  }

  @Override
  public FindingsView findings() {
    return inside(() -> new FindingsView(judge.findings()));
  }

  @Override
  public void detach() {
    agent.ask(Verb.DETACH, null);
  }

  private Snapshot snapshot() {
    try {
      return SnapshotReader.read(
          new ByteArrayInputStream((byte[]) agent.ask(Verb.SNAPSHOT_BYTES, null)));
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static List<MetricView> views(List<Family> families) {
    return families.stream()
        .flatMap(family -> family.samples().stream().map(one -> new MetricView(family, one)))
        .toList();
  }

  /** What is allocated for an answer is no allocation of the application's. */
  private static <T> T inside(Supplier<T> work) {
    boolean entered = Door.enter();
    try {
      return work.get();
    } finally {
      if (entered) {
        Door.exit();
      }
    }
  }
}
