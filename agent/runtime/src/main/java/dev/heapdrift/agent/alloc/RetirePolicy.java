package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.registry.Now;
import java.util.BitSet;
import java.util.TreeMap;

/**
 * Which sites need no hook: those whose samples all die young cannot be leaking.
 *
 * <p>What a retired site makes later, the flight recorder samples too, and a site of which it finds
 * survivors comes back. Where there is no recorder, all come back on probation, ever more rarely,
 * and at once: each time that a class is changed it loses its compiled code, and H2 was 1.2 times
 * slower for two minutes after such a round. Agent thread only.
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

  /**
   * Survivors of a retired site that bring it back; twice as many each time that they turned out to
   * be none.
   */
  static final int SURVIVORS = 3;

  /** First probation so long after the first retirement, in ms; later ones after twice the time. */
  static final long FIRST_PROBATION_MILLIS = 60_000;

  /** Longest time between two probations: eight minutes. */
  private static final int MAX_DOUBLINGS = 3;

  private final TreeMap<Integer, Health> sites = new TreeMap<>();
  private final BitSet retired = new BitSet();
  private final CollectionTimes collections = new CollectionTimes(YOUNG + 1);
  private int probations;
  private long probationMillis;

  private static final class Health {
    private int diedYoung;
    private int diedOld;
    private int undecided;
    private boolean onProbation;
    private long retiredMillis;
    private int revivals;

    /** What it was before its hook was taken out says nothing about what it is now. */
    void beginProbation() {
      diedYoung = 0;
      diedOld = 0;
      onProbation = true;
    }
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
   * @param recorded whether the flight recorder is watching those that are retired
   * @return whether they come back
   */
  boolean review(Ledger ledger, Now now, boolean recorded) {
    collections.note(now);
    BitSet survivors = new BitSet();
    ledger.forEachOlder(YOUNG + 1, now, survivors::set);
    sites.values().forEach(health -> health.undecided = 0);
    ledger.forEachOlder(1, now, this::undecided);
    boolean back = !recorded && probation(now);
    for (var entry : sites.entrySet()) {
      int site = entry.getKey();
      if (!retired.get(site) && isHealthy(entry.getValue(), survivors.get(site))) {
        retired.set(site);
        entry.getValue().retiredMillis = now.uptimeMillis();
      }
    }
    return back;
  }

  /**
   * Has those retired sites back that make what lives on.
   *
   * @return whether there are any
   */
  boolean revive(Survivals survivals, SiteTable table) {
    BitSet back = new BitSet();
    for (int site = retired.nextSetBit(0); site >= 0; site = retired.nextSetBit(site + 1)) {
      Health health = sites.get(site);
      long found =
          survivals.madeBetween(health.retiredMillis, collections.testedMillis(), table.get(site));
      if (found >= (long) SURVIVORS << health.revivals) {
        health.beginProbation();
        health.revivals++;
        back.set(site);
      }
    }
    retired.andNot(back);
    return !back.isEmpty();
  }

  /** Has all retired sites back when it is time to. */
  private boolean probation(Now now) {
    if (retired.isEmpty()) {
      long wait = FIRST_PROBATION_MILLIS << Math.min(MAX_DOUBLINGS, probations);
      probationMillis = now.uptimeMillis() + wait;
      return false;
    }
    if (now.uptimeMillis() < probationMillis) {
      return false;
    }
    retired.stream().forEach(site -> sites.get(site).beginProbation());
    retired.clear();
    probations++;
    return true;
  }

  /** A sample that has lived through a collection and may live on. */
  private void undecided(int site) {
    Health health = sites.get(site);
    if (health != null) {
      health.undecided++;
    }
  }

  private static boolean isHealthy(Health health, boolean survivors) {
    int enough = health.onProbation ? ENOUGH_ON_PROBATION : ENOUGH;
    return !survivors
        && health.diedYoung >= enough
        && (health.undecided + health.diedOld) * TOLERATED <= health.diedYoung;
  }

  /** The sites whose hooks are to be out. */
  BitSet retired() {
    return retired;
  }
}
