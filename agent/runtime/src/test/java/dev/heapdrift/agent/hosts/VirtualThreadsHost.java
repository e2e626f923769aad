package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Many virtual threads at once, all of which fill lists of their own. */
final class VirtualThreadsHost implements Host {
  private static final int FIRST_JDK = 21;

  @Override
  public String name() {
    return "20,000 virtual threads";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws NotHereException {
    if (Runtime.version().feature() < FIRST_JDK) {
      throw new NotHereException("virtual threads are there from JDK " + FIRST_JDK + " on");
    }
    return SpawnedJvm.of(Program.class).jvm("-Xmx512m");
  }

  /** Parks all of them with a list that has grown, has them end, and then lets the tenant live. */
  static final class Program {
    private static final int THREADS = 20_000;
    private static final int ENTRIES = 100;

    private static final CountDownLatch FILLED = new CountDownLatch(THREADS);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);
    private static final CountDownLatch ENDED = new CountDownLatch(THREADS);
    private static final AtomicInteger WHOLE = new AtomicInteger();

    private Program() {}

    public static void main(String[] args) throws Exception {
      Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
      for (int i = 0; i < THREADS; i++) {
        start.invoke(null, (Runnable) Program::work);
      }
      FILLED.await();
      GO_ON.countDown();
      ENDED.await();
      if (WHOLE.get() != THREADS) {
        throw new IllegalStateException("only " + WHOLE + " threads did their work");
      }
      Tenant.main(args);
    }

    private static void work() {
      List<Integer> list = new ArrayList<>();
      for (int i = 0; i < ENTRIES; i++) {
        list.add(i);
      }
      FILLED.countDown();
      try {
        GO_ON.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (list.size() == ENTRIES) {
        WHOLE.incrementAndGet();
      }
      ENDED.countDown();
    }
  }
}
