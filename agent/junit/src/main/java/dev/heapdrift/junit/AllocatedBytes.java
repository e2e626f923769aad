package dev.heapdrift.junit;

import com.sun.management.ThreadMXBean;
import dev.heapdrift.api.Heapdrift;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.function.Executable;

/** Bytes that code allocates on its own thread, by the JVM's own count. */
final class AllocatedBytes {
  private static final int RUNS = 3;

  private AllocatedBytes() {}

  /**
   * The least of up to three runs; no further run once one is within {@code enough}.
   *
   * @throws Unmeasured when this JVM does not count
   */
  static long least(long enough, Executable body) throws Throwable {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
        || !threads.isThreadAllocatedMemorySupported()
        || !threads.isThreadAllocatedMemoryEnabled()) {
      throw new Unmeasured("this JVM does not count what a thread allocates");
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < RUNS && least > enough; i++) {
      least = Math.min(least, once(threads, body));
    }
    return least;
  }

  /** An agent that traces allocates for each object too, on the same thread; here it looks away. */
  private static long once(ThreadMXBean threads, Executable body) throws Throwable {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    long[] bytes = new long[1];
    Heapdrift.untraced(
        () -> {
          long before = threads.getCurrentThreadAllocatedBytes();
          try {
            body.execute();
          } catch (Throwable t) {
            thrown.set(t);
          }
          bytes[0] = threads.getCurrentThreadAllocatedBytes() - before;
          return null;
        });
    if (thrown.get() != null) {
      throw thrown.get();
    }
    return bytes[0];
  }
}
