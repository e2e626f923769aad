package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.registry.Now;

/** What is known of one site: how its samples ended, and since when it is retired. */
final class SiteHealth {

  /** Samples of a site that must have died before it is retired. */
  static final int ENOUGH = 40;

  /**
   * The same of a site that has come back, which must meet a leak of one object in a hundred: fewer
   * samples would mostly pass it by, time after time. A busy site has them in less than a second,
   * and a quiet one, which keeps its hook for longer, passes it rarely.
   */
  static final int ENOUGH_ON_PROBATION = 200;

  /**
   * Samples of a class that must have died before its sites are retired, where the flight recorder
   * would bring back one too many: so that most classes are known to be healthy, and change, at the
   * same time.
   */
  static final int ENOUGH_IN_CLASS = 10;

  /** Collections that a sample may live through and still die young. */
  static final long YOUNG = 3;

  /** One in so many samples may grow old and die, in caches that turn over, say. */
  static final int TOLERATED = 50;

  private int diedYoung;
  private int diedOld;
  private int undecided;
  private boolean onProbation;
  private int revivals;
  private long retiredMillis;
  private int diedSinceRetired;

  /** A sample was found dead after at most so many collections. */
  void died(long age) {
    diedSinceRetired++;
    if (age <= YOUNG) {
      diedYoung++;
    } else {
      diedOld++;
    }
  }

  int diedYoung() {
    return diedYoung;
  }

  /** Counts anew those that have lived through a collection and may live on. */
  void beginReview() {
    undecided = 0;
  }

  void undecided() {
    undecided++;
  }

  /** Whether it needs no hook, if so many samples of its class have died young. */
  boolean isHealthy(int ofClass) {
    boolean enough =
        onProbation
            ? diedYoung >= ENOUGH_ON_PROBATION
            : diedYoung >= ENOUGH || ofClass >= ENOUGH_IN_CLASS;
    return enough && (undecided + diedOld) * TOLERATED <= diedYoung;
  }

  void retire(Now now) {
    retiredMillis = now.uptimeMillis();
    diedSinceRetired = 0;
  }

  /** JVM uptime, in ms. */
  long retiredMillis() {
    return retiredMillis;
  }

  /** Samples a second since it was retired, as long as its hook is in. */
  double rate(Now now) {
    return 1000.0 * diedSinceRetired / Math.max(1000, now.uptimeMillis() - retiredMillis);
  }

  /** What it was before its hook was taken out says nothing about what it is now. */
  void beginProbation() {
    diedYoung = 0;
    diedOld = 0;
    onProbation = true;
  }

  /** How often it was brought back by what seemed to survive. */
  int revivals() {
    return revivals;
  }

  void revive() {
    beginProbation();
    revivals++;
  }
}
