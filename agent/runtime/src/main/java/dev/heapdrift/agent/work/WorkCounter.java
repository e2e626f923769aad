package dev.heapdrift.agent.work;

import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.WorkFacts;
import java.util.List;
import org.slf4j.Logger;

/**
 * Counts the application's work over time: by the MBean's attribute that the user has named, or
 * else by what the API was told. Belongs to the agent's thread.
 */
public final class WorkCounter implements AutoCloseable {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final String attribute;
  private final ApiCounters offered;
  private final BeanReader bean;
  private final Odometer odometer = new Odometer();
  private final WorkHistory history = new WorkHistory();

  /**
   * Begins to count.
   *
   * @param attribute {@code domain:key=value#Attribute}, or empty where the API counts
   * @param offered the API's counters
   * @param log for what goes wrong
   */
  public WorkCounter(String attribute, ApiCounters offered, Logger log) {
    this.attribute = attribute;
    this.offered = offered;
    this.bean = attribute.isEmpty() ? null : BeanReader.start(attribute, log);
  }

  /** Reads the counter; never waits for the application. */
  public void read(Now now) {
    if (bean == null) {
      long units = offered.units();
      if (units >= 0) {
        history.add(now.uptimeMillis(), units);
      }
      return;
    }
    BeanReader.Answer answer = bean.poll();
    if (answer != null) {
      long ago = (System.nanoTime() - answer.nanoTime()) / NANOS_PER_MILLI;
      history.add(now.uptimeMillis() - ago, odometer.advance(answer.value()));
    }
  }

  /** What was counted, or null when nothing was. */
  public WorkFacts facts() {
    return history.points().isEmpty()
        ? null
        : new WorkFacts(bean == null ? WorkFacts.API : attribute, history.points());
  }

  /** What could not be read, one sentence or none. */
  public List<String> notSeen() {
    if (bean != null) {
      return bean.notSeen();
    }
    return offered.full()
        ? List.of("work counted by more than " + ApiCounters.MAX + " copies of the API")
        : List.of();
  }

  @Override
  public void close() {
    if (bean != null) {
      bean.close();
    }
  }
}
