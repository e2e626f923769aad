package dev.heapdrift.agent.alloc;

import static java.util.stream.Collectors.toSet;

import dev.heapdrift.agent.registry.Now;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
   * Samples of a class that must have died before its sites are retired, where the flight recorder
   * would bring back one too many: so that most classes are known to be healthy, and change, at the
   * same time.
   */
  static final int ENOUGH_IN_CLASS = 10;

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

  private final SiteTable table;
  private final TreeMap<Integer, Health> sites = new TreeMap<>();
  private final BitSet retired = new BitSet();
  private BitSet survivors = new BitSet();

  /** Those that were retired when hooks last changed. */
  private BitSet out = new BitSet();

  private final CollectionTimes collections = new CollectionTimes(YOUNG + 1);
  private int probations;
  private long probationMillis;

  private static final class Health {
    private int diedYoung;
    private int diedOld;
    private int undecided;
    private boolean onProbation;
    private int revivals;
    private long retiredMillis;
    private int diedSince;

    /** Samples a second since it was retired, as long as its hook is in. */
    double rate(Now now) {
      return 1000.0 * diedSince / Math.max(1000, now.uptimeMillis() - retiredMillis);
    }

    /** Whether it needs no hook, if so many samples of its class have died young. */
    boolean isHealthy(int ofClass) {
      boolean enough =
          onProbation
              ? diedYoung >= ENOUGH_ON_PROBATION
              : diedYoung >= ENOUGH || ofClass >= ENOUGH_IN_CLASS;
      return enough && (undecided + diedOld) * TOLERATED <= diedYoung;
    }

    /** What it was before its hook was taken out says nothing about what it is now. */
    void beginProbation() {
      diedYoung = 0;
      diedOld = 0;
      onProbation = true;
    }
  }

  /** No site is retired yet. */
  RetirePolicy(SiteTable table) {
    this.table = table;
  }

  @Override
  public void died(int site, long age) {
    Health health = sites.computeIfAbsent(site, s -> new Health());
    health.diedSince++;
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
    survivors = new BitSet();
    ledger.forEachOlder(YOUNG + 1, now, survivors::set);
    sites.values().forEach(health -> health.undecided = 0);
    ledger.forEachOlder(1, now, this::undecided);
    boolean back = !recorded && probation(now);
    Map<String, Integer> deaths = recorded ? deathsByClass() : Map.of();
    for (var entry : sites.entrySet()) {
      int site = entry.getKey();
      int ofClass = deaths.getOrDefault(table.get(site).className(), 0);
      if (!retired.get(site) && !survivors.get(site) && entry.getValue().isHealthy(ofClass)) {
        retire(site, now);
      }
    }
    return back;
  }

  private Map<String, Integer> deathsByClass() {
    Map<String, Integer> deaths = new HashMap<>();
    sites.forEach(
        (site, health) ->
            deaths.merge(table.get(site).className(), health.diedYoung, Integer::sum));
    return deaths;
  }

  /**
   * Has those retired sites back that make what lives on.
   *
   * @return whether there are any
   */
  boolean revive(Survivals survivals) {
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
    sites.computeIfAbsent(site, s -> new Health()).undecided++;
  }

  /** The sites whose hooks are to be out. */
  BitSet retired() {
    return retired;
  }

  /** Samples a second that a change of hooks would spare. */
  double gain(Now now) {
    return retired.stream()
        .filter(site -> !out.get(site))
        .mapToDouble(site -> sites.get(site).rate(now))
        .sum();
  }

  /**
   * Hooks change now. What was never sampled in a class that changes anyway loses its hook with the
   * others where the flight recorder would bring it back, so that the class need not change again.
   */
  void change(Now now, boolean recorded) {
    if (recorded) {
      table.in(changing()).stream()
          .filter(site -> !sites.containsKey(site))
          .forEach(site -> retire(site, now));
    }
    out = (BitSet) retired.clone();
  }

  /** Names of the classes that are to change. */
  private Set<String> changing() {
    BitSet turned = (BitSet) retired.clone();
    turned.xor(out);
    return turned.stream().mapToObj(site -> table.get(site).className()).collect(toSet());
  }

  private void retire(int site, Now now) {
    Health health = sites.computeIfAbsent(site, s -> new Health());
    health.retiredMillis = now.uptimeMillis();
    health.diedSince = 0;
    retired.set(site);
  }
}
