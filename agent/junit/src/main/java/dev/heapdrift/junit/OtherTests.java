package dev.heapdrift.junit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Tells whether other tests ran in this JVM while a scenario did. */
final class OtherTests {
  private static final AtomicInteger RUNNING = new AtomicInteger();
  private static final AtomicLong STARTED = new AtomicLong();

  private final boolean beside;
  private final long startedBefore;

  private OtherTests() {
    beside = RUNNING.get() > 1; // the one that asks is running too
    startedBefore = STARTED.get();
  }

  /** Begins to watch. */
  static OtherTests watch() {
    return new OtherTests();
  }

  /** Whether any ran since, were it only for a moment. */
  boolean ran() {
    return beside || STARTED.get() != startedBefore;
  }

  /** Hears of every test; JUnit's launcher finds it as a service. */
  public static final class Listener implements TestExecutionListener {

    /** Called by the launcher. */
    public Listener() {}

    @Override
    public void executionStarted(TestIdentifier test) {
      if (test.isTest()) {
        STARTED.incrementAndGet();
        RUNNING.incrementAndGet();
      }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        RUNNING.decrementAndGet();
      }
    }
  }
}
