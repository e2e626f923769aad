package dev.heapdrift.junit;

import dev.heapdrift.api.Heapdrift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.function.Executable;

/**
 * Repeats one scenario and judges what stays of it: the way from a scenario to a verdict, stage by
 * stage. On the test's thread; one measurement at a time in a JVM.
 */
final class LeakMeasurement {
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  /** Looks at what late clean-up still takes away; each is a full collection. */
  private static final int SETTLING = 5;

  private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Shortest wait to see what grows without the scenario, unless a round was shorter. */
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** Owners are sought, artefacts written. */
  private static final long REPORTING_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Objects that come in that wait, if they come by time: by chance none does in 1 of 148. */
  private static final int IDLE_OBJECTS = 5;

  private final String name;
  private final LeakRules rules;
  private final Executable body;
  private final GrowthJudge judge;
  private final List<Census> censuses = new ArrayList<>();

  private LeakMeasurement(String name, LeakRules rules, Executable body) {
    this.name = name;
    this.rules = rules;
    this.body = body;
    this.judge = new GrowthJudge(rules.maxGrowthPerIteration());
  }

  /**
   * Measures.
   *
   * @param name of the scenario, for the report and its folder
   * @param body one run of it
   * @throws Throwable what {@code body} throws
   */
  static LeakVerdict of(String name, LeakRules rules, Executable body) throws Throwable {
    if (ONE_AT_A_TIME.isHeldByCurrentThread()) {
      throw new IllegalStateException("a leak check cannot run inside another one");
    }
    ONE_AT_A_TIME.lock();
    try {
      Optional<String> missing = Heapdrift.untraced(AgentAccess::missing);
      return missing.isPresent()
          ? new LeakVerdict.Inconclusive(missing.get())
          : new LeakMeasurement(name, rules, body).measure();
    } finally {
      release();
      ONE_AT_A_TIME.unlock();
    }
  }

  /**
   * Time in ns that the verdict takes after the last round, if a count takes so long.
   *
   * @param elsewhere whether only other threads than the scenario's make what grows
   */
  static long looksNanos(long countNanos, boolean elsewhere) {
    long settling = SETTLING_NANOS + SETTLING * (SETTLING_NANOS + countNanos);
    long idle = elsewhere ? IDLE_NANOS + 2 * countNanos : 0;
    return settling + idle + REPORTING_NANOS;
  }

  private static void release() {
    try {
      AgentAccess.release();
    } catch (IllegalStateException e) {
      return; // an agent that has gone meanwhile traces nothing
    }
  }

  private LeakVerdict measure() throws Throwable {
    long runNanos = warmUp();
    OtherTests others = OtherTests.watch();
    try {
      Heapdrift.clearTraces();
      count(0);
      Rounds rounds = new Rounds(rules, runNanos, Runtime.getRuntime().maxMemory());
      List<SiteGrowth> growing = repeat(rounds);
      return growing.isEmpty() ? clean(rounds) : judge(settled(growing, rounds), rounds, others);
    } catch (Unmeasured e) {
      return new LeakVerdict.Inconclusive(e.getMessage());
    }
  }

  /** The time of the quickest run in ns. */
  private long warmUp() throws Throwable {
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < rules.warmup(); i++) {
      long begin = System.nanoTime();
      Scenario.once(body);
      quickest = Math.min(quickest, System.nanoTime() - begin);
    }
    return rules.warmup() == 0 ? 0 : quickest;
  }

  private List<SiteGrowth> repeat(Rounds rounds) throws Throwable {
    while (true) {
      long begin = System.nanoTime();
      for (int i = 0; i < rounds.size(); i++) {
        Scenario.once(body);
      }
      long ran = System.nanoTime();
      count(rounds.done() + rounds.size());
      List<SiteGrowth> growing = Heapdrift.untraced(() -> judge.growing(censuses));
      long bytes = growing.stream().mapToLong(SiteGrowth::bytes).sum();
      boolean elsewhere = growing.stream().noneMatch(growth -> growth.site().own());
      rounds.over(ran - begin, System.nanoTime() - ran, elsewhere, bytes);
      if (rounds.over() || (rounds.enough() && growing.isEmpty())) {
        return growing;
      }
    }
  }

  private void count(long iterations) throws Unmeasured {
    censuses.add(Census.take(iterations));
  }

  /**
   * What still stays when queues are drained and cleaners have run. The scenario itself may have to
   * clean up what was left before, as the next user of a weak map does; so it runs a little more.
   */
  private List<SiteGrowth> settled(List<SiteGrowth> growing, Rounds rounds) throws Throwable {
    pause(SETTLING_NANOS); // what the last count collected is made known
    for (int i = 0; i < rounds.fewer(); i++) {
      Scenario.once(body);
    }
    List<SiteGrowth> lasting = growing;
    for (int i = 0; i < SETTLING && !lasting.isEmpty(); i++) {
      pause(SETTLING_NANOS);
      Census settled = Census.take(rounds.done() + rounds.fewer());
      lasting = judge.lasting(lasting, settled);
    }
    return lasting;
  }

  private LeakVerdict judge(List<SiteGrowth> lasting, Rounds rounds, OtherTests others)
      throws Unmeasured {
    List<SiteGrowth> own = lasting.stream().filter(growth -> growth.site().own()).toList();
    if (!own.isEmpty()) {
      return report(own);
    }
    List<SiteGrowth> elsewhere = causedByRuns(lasting, rounds);
    if (elsewhere.isEmpty()) {
      return clean(rounds);
    }
    return others.ran()
        ? new LeakVerdict.Inconclusive(
            "other tests ran at the same time, and on other threads than the scenario's "
                + LeakReport.line(elsewhere.get(0))
                + "; run it alone, with @Isolated or without parallel execution")
        : report(elsewhere);
  }

  /** Of what other threads made, that which stands still while the scenario does. */
  private List<SiteGrowth> causedByRuns(List<SiteGrowth> elsewhere, Rounds rounds)
      throws Unmeasured {
    if (elsewhere.isEmpty()) {
      return elsewhere;
    }
    Census before = Census.take(rounds.done());
    pause(idleNanos(elsewhere, rounds));
    Census after = Census.take(rounds.done());
    return judge.causedByRuns(elsewhere, before, after);
  }

  /** Long enough for the slowest of them to show that it grows by time. */
  private static long idleNanos(List<SiteGrowth> elsewhere, Rounds rounds) {
    long fewest = elsewhere.stream().mapToLong(SiteGrowth::added).min().orElseThrow();
    return Math.max(
        Math.min(IDLE_NANOS, rounds.lastNanos()), IDLE_OBJECTS * (rounds.nanos() / fewest));
  }

  /** To the end, also where the scenario has left this thread interrupted. */
  private static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private LeakVerdict report(List<SiteGrowth> growing) {
    return Heapdrift.untraced(() -> new LeakReport(name, censuses).verdict(growing));
  }

  /** Nothing grows, as far as nothing was lost. */
  private LeakVerdict clean(Rounds rounds) {
    return Drops.between(censuses.get(0), censuses.get(censuses.size() - 1))
        .<LeakVerdict>map(LeakVerdict.Inconclusive::new)
        .orElseGet(() -> new LeakVerdict.Clean(rounds.done()));
  }
}
