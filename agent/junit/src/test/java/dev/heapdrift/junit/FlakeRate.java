package dev.heapdrift.junit;

import com.example.shop.Orders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.function.Executable;

/**
 * How often checks err, and what they cost: run by hand with the agent, outside of the build.
 * Prints a line for each check; {@code docs/benchmarks/junit.md} says how to call it and what came
 * out.
 */
final class FlakeRate {
  private static final ExecutorService POOL = Executors.newFixedThreadPool(1, FlakeRate::daemon);

  private static volatile String printed;

  private FlakeRate() {}

  /**
   * Checks healthy and leaky scenarios under load.
   *
   * @param args runs of the healthy suite, runs of the leaky one, threads that keep the CPU busy,
   *     ms of the rules' budget
   */
  public static void main(String[] args) throws Throwable {
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      daemon(FlakeRate::spin).start();
    }
    LeakRules rules = LeakRules.DEFAULT.withBudget(Duration.ofMillis(Integer.parseInt(args[3])));
    System.out.println("suite,run,scenario,verdict,ms");
    for (int run = 0; run < Integer.parseInt(args[0]); run++) {
      suite("healthy", run, rules, healthy());
    }
    for (int run = 0; run < Integer.parseInt(args[1]); run++) {
      suite("leaky", run, rules, leaky());
    }
  }

  private static Map<String, Executable> healthy() {
    Map<String, Executable> scenarios = new LinkedHashMap<>();
    scenarios.put("evicts", Orders::evict);
    scenarios.put("memoises", Orders::memoise);
    scenarios.put("prices", () -> Orders.price(POOL));
    scenarios.put(
        "prints", () -> printed = String.format(Locale.ROOT, "%d of %s", 42, Orders.class));
    return scenarios;
  }

  private static Map<String, Executable> leaky() {
    Map<String, Executable> scenarios = new LinkedHashMap<>();
    scenarios.put("map", Orders::leak);
    scenarios.put("chain", Orders::chain);
    scenarios.put("pool", () -> Orders.later(POOL));
    return scenarios;
  }

  private static void suite(
      String suite, int run, LeakRules rules, Map<String, Executable> scenarios) throws Throwable {
    for (Map.Entry<String, Executable> scenario : scenarios.entrySet()) {
      Orders.clear();
      long begin = System.nanoTime();
      LeakVerdict verdict = LeakMeasurement.of(scenario.getKey(), rules, scenario.getValue());
      System.out.printf(
          Locale.ROOT,
          "%s,%d,%s,%s,%.1f%n",
          suite,
          run,
          scenario.getKey(),
          verdict.getClass().getSimpleName(),
          (System.nanoTime() - begin) / 1e6);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "load");
    thread.setDaemon(true);
    return thread;
  }

  private static void spin() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }
}
