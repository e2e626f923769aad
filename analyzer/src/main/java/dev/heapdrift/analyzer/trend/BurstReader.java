package dev.heapdrift.analyzer.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads off a curve what each burst added, from pause to pause.
 *
 * <p>A pause may be as short as one reading, so what tells it is how little is added in it: next to
 * nothing of all, and next to nothing beside the burst before it.
 */
final class BurstReader {
  /** Part of the time that must be pauses, or they are accidents of the readings. */
  private static final double MIN_PAUSES = 0.2;

  /** What may change in a pause, as part of the curve's range. */
  private static final double NOISE = 0.005;

  /** Pace of a pause over that of the burst before it, at most: a burst may end slowly. */
  private static final double STILL = 0.1;

  /** How many times longer than usual readings may be apart before a pause may have been missed. */
  private static final double BLIND = 2;

  private final Curve curve;
  private final double noise;
  private final double blind;
  private final boolean rested;
  private final List<Double> rises = new ArrayList<>();
  private double level;
  private double begin;
  private double paused;
  private boolean pausing;
  private boolean torn;

  private BurstReader(Curve curve) {
    this.curve = curve;
    this.noise = NOISE * (curve.max() - curve.min());
    this.blind = BLIND * usualGap(curve);
    this.level = curve.first();
    this.begin = curve.time(0);
    this.rested = curve.size() > 1 && Math.abs(curve.value(1) - level) <= noise;
  }

  /**
   * What each burst added; empty when there are hardly any pauses. The first reading may have come
   * in the middle of the first burst: this counts from 0 if most of it was still to come, else not
   * at all; nor does one in which readings were so far apart that it may be two.
   */
  static List<Double> rises(Curve curve) {
    BurstReader reader = new BurstReader(curve);
    for (int i = 1; i < curve.size(); i++) {
      reader.read(i);
    }
    return reader.paused < MIN_PAUSES * curve.span() ? List.of() : reader.rises;
  }

  private void read(int i) {
    double gap = curve.time(i) - curve.time(i - 1);
    boolean pause = isPause(i);
    if (pause) {
      paused += gap;
    } else {
      torn |= !pausing && gap > blind;
    }
    if (pause && !pausing && curve.value(i) - level > noise) {
      end(curve.value(i));
    }
    if (curve.value(i) - level <= noise) {
      begin = curve.time(i);
    }
    pausing = pause;
  }

  /** Whether hardly anything was added before a reading. */
  private boolean isPause(int i) {
    double gap = curve.time(i) - curve.time(i - 1);
    double step = Math.abs(curve.value(i) - curve.value(i - 1));
    double risen = curve.value(i - 1) - level;
    double pace = risen > noise ? risen / (curve.time(i - 1) - begin) : Double.MAX_VALUE;
    return step <= noise && step <= STILL * pace * gap;
  }

  /** A burst has ended. */
  private void end(double reached) {
    if (!torn && (rested || level > curve.first())) {
      rises.add(reached - level);
    } else if (!torn && level < reached / 2) {
      rises.add(reached);
    }
    torn = false;
    level = reached;
  }

  /** The median of the times between two readings. */
  private static double usualGap(Curve curve) {
    double[] gaps = new double[Math.max(1, curve.size() - 1)];
    for (int i = 0; i < curve.size() - 1; i++) {
      gaps[i] = curve.time(i + 1) - curve.time(i);
    }
    Arrays.sort(gaps);
    return gaps[gaps.length / 2];
  }
}
