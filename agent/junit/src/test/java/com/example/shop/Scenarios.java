package com.example.shop;

import dev.heapdrift.junit.LeakCheck;
import dev.heapdrift.junit.SkipLeakCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the shop as its authors would write them; run by the tests of the extension. */
public final class Scenarios {
  private Scenarios() {}

  /** Each fails. */
  @LeakCheck(budgetMillis = 300)
  public static class Leaky {
    private static final ExecutorService POOL = Executors.newSingleThreadExecutor(Leaky::daemon);

    private static Thread daemon(Runnable work) {
      Thread thread = new Thread(work, "shop");
      thread.setDaemon(true);
      return thread;
    }

    @AfterAll
    static void clear() {
      Orders.clear();
    }

    @Test
    void map() {
      Orders.leak();
    }

    @Test
    @LeakCheck(budgetMillis = 0)
    void chain() {
      Orders.chain();
    }

    @TestFactory
    DynamicTest factory() {
      return DynamicTest.dynamicTest("dynamic", Orders::leak);
    }

    @Test
    void pool() throws Exception {
      Orders.later(POOL);
    }
  }

  /** Each passes. */
  @LeakCheck
  public static class Healthy {

    @Test
    void evicts() {
      Orders.evict();
    }

    @TestFactory
    DynamicTest prints() {
      return DynamicTest.dynamicTest("number", () -> Assertions.assertEquals("42", "4" + 2L));
    }

    @Test
    void memoises() {
      Orders.memoise();
    }

    @Test
    void notesWeakly() {
      Orders.note();
    }

    @Test
    void allocatesOnly() {
      List<Orders.Order> batch = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        batch.add(new Orders.Order(i));
      }
      Assertions.assertEquals(100, batch.size());
    }

    @Test
    @SkipLeakCheck("the audit keeps every order on purpose")
    void leaksOnPurpose() {
      Orders.leak();
    }

    @Test
    @LeakCheck(maxGrowthPerIteration = 1)
    void leaksNoMoreThanAllowed() {
      Orders.leak();
    }
  }

  /** Aborted: nearer to its end with each run, and far from it. */
  @LeakCheck(budgetMillis = 100)
  public static class Filling {

    @Test
    void cache() {
      Orders.evictLate();
    }
  }

  /** Two tests at the same time: one keeps nothing, the other everything until that is known. */
  @Execution(ExecutionMode.CONCURRENT)
  public static class Beside {
    private static final CountDownLatch HOARDING = new CountDownLatch(1);
    private static final CountDownLatch CHECKED = new CountDownLatch(1);

    @Test
    @LeakCheck
    @ExtendWith(AfterTheCheck.class)
    void keepsNothing() throws Exception {
      Assertions.assertTrue(HOARDING.await(1, TimeUnit.MINUTES));
      Orders.evict();
    }

    @Test
    void keepsEverything() throws Exception {
      List<Orders.Order> kept = new ArrayList<>();
      while (!CHECKED.await(1, TimeUnit.MILLISECONDS)) {
        kept.add(new Orders.Order(kept.size()));
        HOARDING.countDown();
      }
    }

    private static final class AfterTheCheck implements AfterTestExecutionCallback {
      @Override
      public void afterTestExecution(ExtensionContext context) {
        CHECKED.countDown();
      }
    }
  }

  /** Passes only when what surrounds a run is run with it. */
  @LeakCheck(warmup = 2, iterations = 4)
  public static class Surrounded {
    /** What was called, in order. */
    public static final List<String> CALLS = new ArrayList<>();

    private final List<Orders.Order> orders = new ArrayList<>();

    @BeforeEach
    void open() {
      CALLS.add("open");
    }

    @AfterEach
    void empty() {
      orders.clear();
      CALLS.add("empty");
    }

    @ParameterizedTest
    @ValueSource(longs = 42)
    void fills(long number) {
      orders.add(new Orders.Order(number));
      CALLS.add("fills");
    }

    @Nested
    class Inner {
      @BeforeEach
      void openInner() {
        CALLS.add("openInner");
      }

      @Test
      void fills() {
        orders.add(new Orders.Order(1));
      }
    }
  }

  /** Fails by itself, before it is a scenario. */
  @LeakCheck
  public static class Broken {

    @Test
    void fails() {
      Assertions.fail("broken");
    }
  }

  /** Refused: the annotations cannot mean anything. */
  public static class Nonsense {

    @Test
    @LeakCheck(iterations = 0)
    void noIterations() {}

    @Test
    @LeakCheck
    @SkipLeakCheck(" ")
    void noReason() {}
  }
}
