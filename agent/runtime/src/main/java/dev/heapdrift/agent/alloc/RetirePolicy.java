package dev.heapdrift.agent.alloc;

import static java.util.stream.Collectors.toSet;

import dev.heapdrift.agent.registry.Now;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which sites need no hook: those whose samples all die young cannot be leaking. What the program
 * made at its start and keeps does not speak against a site for ever: only what was made lately
 * does, and all that lives of a site that was retired too early once.
 *
 * <p>What a retired site makes later, the flight recorder samples too, and a site of which it finds
 * survivors comes back. Where there is no recorder, all come back on probation, ever more rarely,
 * and at once: each time that a class is changed it loses its compiled code, and H2 was 1.2 times
 * slower for two minutes after such a round. Agent thread only.
 */
final class RetirePolicy implements Ledger.Watcher {

  /** Lately: in so many ms... */
  static final long RECENT_MILLIS = 30_000;

  /** ...and in so many collections, or where these are rare nothing would be seen to survive. */
  static final long RECENT_COLLECTIONS = 4 * SiteHealth.YOUNG;

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
  private final TreeMap<Integer, SiteHealth> sites = new TreeMap<>();
  private final BitSet retired = new BitSet();

  /** Those that were retired when hooks last changed. */
  private BitSet out = new BitSet();

  private final CollectionTimes collections = new CollectionTimes(SiteHealth.YOUNG + 1);
  private final CollectionTimes recent = new CollectionTimes(RECENT_COLLECTIONS);
  private int probations;
  private long probationMillis;

  /** No site is retired yet. */
  RetirePolicy(SiteTable table) {
    this.table = table;
  }

  @Override
  public void died(int site, long age) {
    of(site).died(age);
  }

  /**
   * Decides anew.
   *
   * @param recorded whether the flight recorder is watching those that are retired
   * @return whether they come back
   */
  boolean review(Ledger ledger, Now now, boolean recorded) {
    collections.note(now);
    recent.note(now);
    long since = Math.min(recent.testedMillis(), now.uptimeMillis() - RECENT_MILLIS);
    BitSet survivors = new BitSet();
    BitSet recentSurvivors = new BitSet();
    sites.values().forEach(SiteHealth::beginReview);
    ledger.forEachTested(
        now,
        (site, age, madeMillis) -> {
          boolean survives = age > SiteHealth.YOUNG;
          if (survives) {
            survivors.set(site);
          }
          if (madeMillis > since) {
            of(site).undecided(); // it may live on
            if (survives) {
              recentSurvivors.set(site);
            }
          }
        });
    boolean back = !recorded && probation(now);
    Map<String, Integer> deaths = recorded ? deathsByClass() : Map.of();
    for (var entry : sites.entrySet()) {
      int site = entry.getKey();
      SiteHealth health = entry.getValue();
      int ofClass = deaths.getOrDefault(table.get(site).className(), 0);
      boolean survives = (health.revivals() > 0 ? survivors : recentSurvivors).get(site);
      if (!retired.get(site) && !survives && health.isHealthy(ofClass)) {
        retire(site, now);
      }
    }
    return back;
  }

  private Map<String, Integer> deathsByClass() {
    Map<String, Integer> deaths = new HashMap<>();
    sites.forEach(
        (site, health) ->
            deaths.merge(table.get(site).className(), health.diedYoung(), Integer::sum));
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
      SiteHealth health = of(site);
      long found =
          survivals.madeBetween(
              health.retiredMillis(), collections.testedMillis(), table.get(site));
      if (found >= (long) SURVIVORS << health.revivals()) {
        health.revive();
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
    retired.stream().forEach(site -> of(site).beginProbation());
    retired.clear();
    probations++;
    return true;
  }

  /** The sites whose hooks are to be out. */
  BitSet retired() {
    return retired;
  }

  /** Samples a second that a change of hooks would spare. */
  double gain(Now now) {
    return retired.stream()
        .filter(site -> !out.get(site))
        .mapToDouble(site -> of(site).rate(now))
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
    of(site).retire(now);
    retired.set(site);
  }

  private SiteHealth of(int site) {
    return sites.computeIfAbsent(site, s -> new SiteHealth());
  }
}
