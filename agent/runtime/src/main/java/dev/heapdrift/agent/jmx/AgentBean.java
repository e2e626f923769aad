package dev.heapdrift.agent.jmx;

import dev.heapdrift.agent.metrics.Family;
import dev.heapdrift.agent.metrics.SnapshotMetrics;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Hands what JMX asks for to the agent's control function. Any thread. */
final class AgentBean implements HeapdriftMXBean {
  private static final String ERROR = "error: ";

  private final BiFunction<String, Object, Object> control;

  AgentBean(BiFunction<String, Object, Object> control) {
    this.control = control;
  }

  @Override
  public StatusView getStatus() {
    return inside(() -> new StatusView((String) ask("status", null)));
  }

  @Override
  public String getLevel() {
    return getStatus().getLevel();
  }

  @Override
  public void setLevel(String level) {
    ask("level", level);
  }

  @Override
  public String takeSnapshot() {
    return (String) ask("snapshot", null);
  }

  @Override
  public String takeSnapshotAfterCollection() {
    return (String) ask("snapshot.gc", null);
  }

  @Override
  public List<MetricView> statistics(int most) {
    return inside(() -> views(SnapshotMetrics.of(snapshot(), Math.max(0, most))));
  }

  @Override
  public void detach() {
    ask("detach", null);
  }

  private Snapshot snapshot() {
    try {
      return SnapshotReader.read(new ByteArrayInputStream((byte[]) ask("snapshot.bytes", null)));
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static List<MetricView> views(List<Family> families) {
    return families.stream()
        .flatMap(family -> family.samples().stream().map(one -> new MetricView(family, one)))
        .toList();
  }

  private Object ask(String verb, Object argument) {
    Object answer = control.apply(verb, argument);
    if (answer == null || (answer instanceof String said && said.startsWith(ERROR))) {
      throw new IllegalStateException(
          answer == null ? "the agent has left" : ((String) answer).substring(ERROR.length()));
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
