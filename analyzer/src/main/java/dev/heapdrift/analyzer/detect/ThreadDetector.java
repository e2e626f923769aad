package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.InstanceFacts;
import java.util.Optional;

/** Threads that are started again and again and do not end. */
final class ThreadDetector implements InstanceDetector {
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final String TIMER = "java.util.Timer";

  @Override
  public Optional<Finding> detect(InstanceCase threads) {
    return threads.kind() == InstanceFacts.Kind.THREAD
        ? Optional.of(
            threads.finding(Kind.THREAD_LEAK, "Threads started", "never end", remedy(threads)))
        : Optional.empty();
  }

  private static String remedy(InstanceCase threads) {
    String site = threads.site();
    if (threads.by(POOL)) {
      return "Use one executor for all, or shut down the one that "
          + site
          + " hands work to where its use ends (shutdown() in a finally block): the threads of an"
          + " executor that is dropped wait for work for ever. If there is only one, bound its"
          + " threads, and give its tasks time limits.";
    }
    if (threads.by(TIMER)) {
      return "Call cancel() on the Timer that "
          + site
          + " makes where its owner is closed, or use one ScheduledExecutorService for all.";
    }
    return "Let the threads that "
        + site
        + " starts end: have them heed interruption or wait with a time limit, and interrupt them"
        + " where their owner is closed; or give the work to one executor with a bound.";
  }
}
