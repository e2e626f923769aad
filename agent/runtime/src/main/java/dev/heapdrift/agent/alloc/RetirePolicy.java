package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.registry.Now;
import java.util.BitSet;
import java.util.TreeMap;

/**
 * Which sites need no hook: those whose samples all die young cannot be leaking. A site that was
 * retired comes back on probation, ever more rarely as long as it stays healthy. Agent thread only.
 */
final class RetirePolicy implements Ledger.Watcher {

  /** Samples of a site that must have died before it is retired. */
  static final int ENOUGH = 40;

  /**
   * The same on probation, which must meet a leak of one object in a hundred: fewer samples would
   * mostly pass it by, time after time. A busy site has them in less than a second, and a quiet
   * one, which keeps its hook for longer, passes it rarely.
   */
  static final int ENOUGH_ON_PROBATION = 200;

  /** Collections that a sample may live through and still die young. */
  static final long YOUNG = 3;

  /** One in so many samples may grow old and die, in caches that turn over, say. */
  static final int TOLERATED = 50;

  /** First probation after so long, in ms; each later one after twice the time. */
  static final long FIRST_PROBATION_MILLIS = 60_000;

  /** Longest time between two probations, in ms. */
  static final long LAST_PROBATION_MILLIS = 120_000;

  private final TreeMap<Integer, Health> sites = new TreeMap<>();
  private final BitSet retired = new BitSet();

  private static final class Health {
    private int diedYoung;
    private int diedOld;
    private int undecided;
    private int retirements;
    private long backAt;
  }

  @Override
  public void died(int site, long age) {
    Health health = sites.computeIfAbsent(site, s -> new Health());
    if (age <= YOUNG) {
      health.diedYoung++;
    } else {
      health.diedOld++;
    }
  }

  /**
   * Decides anew.
   *
   * @return whether {@link #retired} has changed
   */
  boolean review(Ledger ledger, Now now) {
    BitSet survivors = new BitSet();
    ledger.forEachOlder(YOUNG + 1, now, survivors::set);
    sites.values().forEach(health -> health.undecided = 0);
    ledger.forEachOlder(1, now, this::undecided);
    boolean changed = false;
    for (var entry : sites.entrySet()) {
      int site = entry.getKey();
      Health health = entry.getValue();
      if (!retired.get(site)) {
        changed |= retireIfHealthy(site, health, survivors.get(site), now);
      } else if (now.uptimeMillis() >= health.backAt) {
        health.diedYoung = 0;
        health.diedOld = 0;
        retired.clear(site);
        changed = true;
      }
    }
    return changed;
  }

  /** A sample that has lived through a collection and may live on. */
  private void undecided(int site) {
    Health health = sites.get(site);
    if (health != null) {
      health.undecided++;
    }
  }

  private boolean retireIfHealthy(int site, Health health, boolean survivors, Now now) {
    int enough = health.retirements == 0 ? ENOUGH : ENOUGH_ON_PROBATION;
    boolean healthy =
        !survivors
            && health.diedYoung >= enough
            && (health.undecided + health.diedOld) * TOLERATED <= health.diedYoung;
    if (healthy) {
      long wait = FIRST_PROBATION_MILLIS << Math.min(16, health.retirements++);
      health.backAt = now.uptimeMillis() + Math.min(wait, LAST_PROBATION_MILLIS);
      retired.set(site);
    }
    return healthy;
  }

  /** The sites whose hooks are to be out. */
  BitSet retired() {
    return retired;
  }
}
