package dev.heapdrift.benchmarks.truth;

import dev.heapdrift.api.AllocationSnapshot;
import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.snapshot.stats.GroupBy;
import dev.heapdrift.snapshot.stats.Measure;
import dev.heapdrift.snapshot.stats.Statistic;
import dev.heapdrift.snapshot.stats.TraceQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How late a leak is found whose site was healthy for a minute and has lost its hook by then. Runs
 * under the agent at level {@code sample}: {@code LateLeak [HEALTHY_SECONDS [LIMIT_SECONDS]]}.
 *
 * <p>Nine sites allocate 4 MB a second each and keep nothing; then each keeps 1 MB, 256 kB or 64 kB
 * a second. A site is found when the lower end of the 95 % interval of what has survived a
 * collection is above zero at three looks in turn, a second apart. Prints the delays as Markdown.
 */
final class LateLeak {

  private static final int KEPT_PER_SECOND = 1_000_000;
  private static final int ALLOCATED_PER_SECOND = 4_000_000;
  private static final int TICKS_PER_SECOND = 100;
  private static final int LOOKS = 3;

  private final List<Leak> leaks = new ArrayList<>();
  private long leakingSince;

  private LateLeak() {
    for (int site = 0; site < LateSites.ALL.size(); site++) {
      leaks.add(new Leak(site, KEPT_PER_SECOND >> (2 * (site % 3))));
    }
  }

  public static void main(String[] args) {
    int healthy = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    int limit = args.length > 1 ? Integer.parseInt(args[1]) : 180;
    LateLeak run = new LateLeak();
    run.work(healthy, false);
    AllocationSnapshot settled = Heapdrift.takeSnapshot();
    run.leakingSince = System.nanoTime();
    run.work(limit, true);
    run.print(settled);
  }

  /** Allocates for so many seconds, or until all leaks are found. */
  private void work(int seconds, boolean leaking) {
    long begin = System.nanoTime();
    for (int tick = 0; tick < seconds * TICKS_PER_SECOND; tick++) {
      for (Leak leak : leaks) {
        leak.tick(leaking);
      }
      if (tick % TICKS_PER_SECOND == 0) {
        look(leaking);
        if (leaking && leaks.stream().allMatch(leak -> leak.foundNanos > 0)) {
          return;
        }
      }
      long due = begin + (tick + 1) * TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND;
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private void look(boolean leaking) {
    TraceQuery query = TraceQuery.by(GroupBy.METHOD).of(Measure.SURVIVED);
    List<Statistic> methods = Heapdrift.takeSnapshot().statistics(query);
    for (Leak leak : leaks) {
      boolean seen =
          methods.stream()
              .filter(method -> method.key().label().endsWith("LateSites.site" + leak.site))
              .anyMatch(method -> method.size() - method.sizeMargin() > 0);
      leak.looked(seen, leaking ? System.nanoTime() - leakingSince : 0);
    }
  }

  private void print(AllocationSnapshot settled) {
    System.out.printf(
        "%d sites hooked and %d retired when the leaks began%n",
        settled.contents().allocations().hookedSites(),
        settled.contents().allocations().retiredSites());
    System.out.println("| leaks a second | found after | healthy looks that took it for a leak |");
    System.out.println("|---|---|---|");
    leaks.forEach(System.out::println);
  }

  /** One site that will leak. */
  private static final class Leak {
    private final int site;
    private final int bytesPerSecond;
    private final List<byte[]> kept = new ArrayList<>();
    private double owed;
    private int looks;
    private int falseAlarms;
    private long foundNanos;
    private byte[] garbage;

    Leak(int site, int bytesPerSecond) {
      this.site = site;
      this.bytesPerSecond = bytesPerSecond;
    }

    /** A hundredth of a second of work. What was found leaks no more, to save memory. */
    void tick(boolean leaking) {
      for (int i = 0; i < ALLOCATED_PER_SECOND / TICKS_PER_SECOND / LateSites.BYTES; i++) {
        garbage = LateSites.ALL.get(site).get();
        owed += (double) bytesPerSecond / ALLOCATED_PER_SECOND;
        if (leaking && foundNanos == 0 && owed >= 1) {
          kept.add(garbage);
          owed--;
        }
      }
      owed = Math.min(owed, 1);
    }

    /** A look at what has survived, {@code nanos} after the leak began, or 0 before. */
    void looked(boolean seen, long nanos) {
      looks = seen ? looks + 1 : 0;
      if (looks >= LOOKS && nanos == 0) {
        falseAlarms++;
      } else if (looks >= LOOKS && foundNanos == 0) {
        foundNanos = nanos;
        kept.clear();
      }
    }

    @Override
    public String toString() {
      String found =
          foundNanos == 0 ? "not" : String.format(Locale.ROOT, "%.1f s", foundNanos / 1e9);
      return String.format("| %d kB | %s | %d |", bytesPerSecond / 1_000, found, falseAlarms);
    }
  }
}
