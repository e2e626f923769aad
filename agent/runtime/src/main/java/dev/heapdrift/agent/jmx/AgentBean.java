package dev.heapdrift.agent.jmx;

import dev.heapdrift.agent.control.Suspect;
import dev.heapdrift.agent.metrics.Family;
import dev.heapdrift.agent.metrics.SnapshotMetrics;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.ask.Verb;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;

/** Hands what JMX asks for to the agent's control function. Any thread. */
final class AgentBean extends NotificationBroadcasterSupport implements HeapdriftMXBean {
  /** Type of the notification that a collection has begun to grow steadily. */
  private static final String GROWTH = "dev.heapdrift.growth";

  private final BiFunction<String, Object, Object> control;
  private final AtomicLong sent = new AtomicLong();

  AgentBean(BiFunction<String, Object, Object> control) {
    super(
        new MBeanNotificationInfo(
            new String[] {GROWTH},
            Notification.class.getName(),
            "A collection has grown steadily for the time that growth-trigger gives."));
    this.control = control;
  }

  /** Tells those who listen, on this thread; what they throw is theirs. */
  void tell(Suspect suspect) {
    Notification news =
        new Notification(GROWTH, BeanDesk.NAME, sent.incrementAndGet(), suspect.sentence());
    news.setUserData(suspect.id());
    try {
      sendNotification(news);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return;
    }
  }

  @Override
  public StatusView getStatus() {
    return inside(() -> new StatusView((String) ask(Verb.STATUS, null)));
  }

  @Override
  public String getLevel() {
    return getStatus().getLevel();
  }

  @Override
  public void setLevel(String level) {
    ask(Verb.LEVEL, level);
  }

  @Override
  public String takeSnapshot() {
    return (String) ask(Verb.SNAPSHOT, null);
  }

  @Override
  public String takeSnapshotAfterCollection() {
    return (String) ask(Verb.SNAPSHOT_AFTER_GC, null);
  }

  @Override
  public List<MetricView> statistics(int most) {
    return inside(() -> views(SnapshotMetrics.of(snapshot(), Math.max(0, most))));
  }

  @Override
  public void detach() {
    ask(Verb.DETACH, null);
  }

  private Snapshot snapshot() {
    try {
      return SnapshotReader.read(new ByteArrayInputStream((byte[]) ask(Verb.SNAPSHOT_BYTES, null)));
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static List<MetricView> views(List<Family> families) {
    return families.stream()
        .flatMap(family -> family.samples().stream().map(one -> new MetricView(family, one)))
        .toList();
  }

  private Object ask(Verb verb, Object argument) {
    Object answer = control.apply(verb.text(), argument);
    if (answer == null || (answer instanceof String said && said.startsWith(Verb.ERROR))) {
      throw new IllegalStateException(
          answer == null ? "the agent has left" : ((String) answer).substring(Verb.ERROR.length()));
    }
    return answer;
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
