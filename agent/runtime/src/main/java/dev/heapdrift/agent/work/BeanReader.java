package dev.heapdrift.agent.work;

import dev.heapdrift.hooks.Door;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;

/**
 * Reads an attribute of an MBean on a thread of its own: its getter is code of the application and
 * may be slow, blocked or broken, and the agent waits for none. An attribute that fails again and
 * again, or does not come back, is given up, and that is said.
 *
 * <p>{@link #poll}, {@link #notSeen} and {@link #close} belong to the agent's thread.
 */
final class BeanReader implements Runnable, AutoCloseable {
  /** A reading that has not come back after so long is the last one, in ns. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  /** Readings that may fail in a row. */
  private static final int MAX_FAILURES = 5;

  /** A reading that took a second is not repeated for so many seconds: 2 % of one core. */
  private static final int COST_FACTOR = 50;

  private final BeanAttribute attribute;
  private final Logger log;
  private final Thread thread;
  private final AtomicReference<Answer> answered = new AtomicReference<>();

  /** Questions asked so far; the thread answers when it sees a new one. */
  private volatile int asked;

  private volatile boolean closed;

  private boolean waiting;
  private long askedNanos;
  private long restNanos = System.nanoTime();
  private int failures;
  private String trouble;
  private boolean givenUp;

  /**
   * What a reading came to.
   *
   * @param nanoTime when it was over
   * @param tookNanos how long it took
   * @param value what it read; means nothing beside a problem
   * @param problem why nothing could be read, or null
   * @param broken whether that is the bean's fault: one that is not there yet may come
   */
  record Answer(long nanoTime, long tookNanos, long value, String problem, boolean broken) {}

  private BeanReader(BeanAttribute attribute, Logger log) {
    this.attribute = attribute;
    this.log = log;
    thread = new Thread(this, "heapdrift-work");
    thread.setDaemon(true);
  }

  /** Begins to read {@code domain:key=value#Attribute}. */
  static BeanReader start(String attribute, Logger log) {
    BeanReader reader = new BeanReader(new BeanAttribute(attribute), log);
    reader.thread.start();
    return reader;
  }

  // ---- the thread -----------------------------------------------------------------------------

  @Override
  public void run() {
    Door.enter(); // what a reading allocates, or inserts, is not the application's growth
    try {
      int done = 0;
      while (!closed) {
        int question = asked;
        if (question == done) {
          LockSupport.park(this);
        } else {
          done = question;
          answered.set(attribute.read());
        }
      }
    } finally {
      Door.exit();
    }
  }

  // ---- the agent's ----------------------------------------------------------------------------

  /**
   * Takes the last reading, if it has come, and asks for the next one when it is time to.
   *
   * @return a value, or null when there is no new one
   */
  Answer poll() {
    if (givenUp) {
      return null;
    }
    long now = System.nanoTime();
    Answer answer = answered.getAndSet(null);
    if (answer != null) {
      waiting = false;
      restNanos = answer.nanoTime() + COST_FACTOR * answer.tookNanos();
      note(answer);
    } else if (waiting && now - askedNanos > PATIENCE_NANOS) {
      giveUp("does not come back");
    }
    if (!waiting && !givenUp && now - restNanos >= 0) {
      ask(now);
    }
    return answer == null || answer.problem() != null ? null : answer;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // only the agent's thread asks
  private void ask(long now) {
    waiting = true;
    askedNanos = now;
    asked++;
    LockSupport.unpark(thread);
  }

  private void note(Answer answer) {
    trouble = answer.problem();
    failures = answer.broken() ? failures + 1 : 0;
    if (failures >= MAX_FAILURES) {
      giveUp(answer.problem());
    }
  }

  private void giveUp(String why) {
    givenUp = true;
    trouble = "given up: " + why;
    log.warn("work counter {} {}", attribute.name(), trouble);
    close();
  }

  /** What is wrong with it, one sentence or none. */
  List<String> notSeen() {
    return trouble == null ? List.of() : List.of("work by " + attribute.name() + ": " + trouble);
  }

  /** Ends the thread once the reading under way, if any, is over. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
