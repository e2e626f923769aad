package dev.heapdrift.samples.traffic;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts visits, for operators to see. */
final class Visits implements VisitsMXBean {
  private final AtomicLong served = new AtomicLong();

  private Visits() {}

  /** A counter that management tools find. */
  static Visits published() {
    Visits visits = new Visits();
    try {
      ManagementFactory.getPlatformMBeanServer()
          .registerMBean(visits, new ObjectName("dev.heapdrift.samples:type=Visits"));
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
    return visits;
  }

  /** The number of the next visit, from 1. */
  long next() {
    return served.incrementAndGet();
  }

  @Override
  public long getServed() {
    return served.get();
  }
}
