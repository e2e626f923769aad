package dev.heapdrift.samples.traffic;

/** What the service tells its operators: name {@code dev.heapdrift.samples:type=Visits}. */
public interface VisitsMXBean {
  /** Visits so far. */
  long getServed();
}
