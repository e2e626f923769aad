package dev.heapdrift.analyzer.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * When the survivors of one site were born, in parts of the time that was observed, see {@link
 * Windows}.
 *
 * <p>A leak's were born all along and evenly. A table's were born at the start; a warming cache's
 * early, and ever fewer; those of a cache at its capacity, of sessions and of queues within its
 * turnover, in the last part only. Work comes in bursts, so it is fifths that are judged.
 *
 * <p>Births are weighed by what each sample stands for, see {@link SamplingRate}. A share is
 * believed only where as many samples make it as must make it when {@link #MIN_SAMPLES} weigh all
 * the same: one heavy sample is chance.
 */
final class Births {
  /** Fewest samples that tell: of so many that are born evenly, one leak in six still fails. */
  static final int MIN_SAMPLES = 20;

  /** Fewest samples of a site that may share a cause with others. */
  static final int MIN_SHARE_SAMPLES = 6;

  /**
   * Share of births that each fifth must have, which is 0.2 if even: what turns over within four
   * fifths of the observation has none in the first, and what fills up has none in the last. No
   * more, because work comes in bursts, and the recorder's full queue thins them unevenly.
   */
  static final double MIN_FIFTH = 0.04;

  /** Share that the first and the last third must have, which is 0.33 if even. */
  static final double MIN_THIRD = 0.2;

  /** Share that one fifth may have at most: more is a load, or a turnover. */
  static final double MAX_FIFTH = 0.5;

  /**
   * As {@link #MIN_THIRD}, where the heap bears out that births go on: the buffers of one thread,
   * by which its objects are sampled, grow and shrink fourfold while the mean of all stays the
   * same.
   */
  static final double MIN_SKEWED_THIRD = 0.1;

  /** As {@link #MAX_FIFTH}, where the heap bears it out. */
  static final double MAX_SKEWED_FIFTH = 0.7;

  /** Share that either half must have where the samples are few. */
  private static final double MIN_HALF = 0.2;

  /** Share of the whole that one sample may stand for at most; of few samples, two of them. */
  private static final double MAX_WEIGHT = 0.1;

  /** Times that weights are cut until none is above its bound: each comes closer. */
  private static final int MAX_CUTS = 50;

  /**
   * Births that a window must be long enough for at their mean rate, to tell whether they go on.
   */
  private static final int MIN_WINDOW_SAMPLES = 10;

  /** Part of their mean rate at which births must go on in each window that tells. */
  private static final double MIN_RATE = 0.5;

  /** Births that are no stragglers. */
  private static final int MIN_GOING_ON = 3;

  /** How far they must go on where a single window is long enough to tell. */
  private static final double MIN_REACH = 0.8;

  /**
   * Mean time of birth, as part of the observation, in what fills up with a time constant of twice
   * the observation: 2 - 1 / (e^0.5 - 1). What fills up more slowly looks straight to all tests.
   */
  private static final double MEAN_OF_FILLING = 0.4585;

  /** Standard deviation of births that are spread evenly; those of what fills up have less. */
  private static final double SPREAD = Math.sqrt(1.0 / 12);

  private static final NormalDistribution NORMAL = new NormalDistribution();

  private static final double THIRD = 1.0 / 3;
  private static final int FIFTHS = 5;
  private static final int TENTHS = 10;

  private final double[] when;
  private final double[] weights;
  private final double total;
  private final boolean weighed;
  private final Windows windows;

  private Births(double[] when, double[] weights, Windows windows) {
    this.when = when;
    this.windows = windows;
    this.weighed = Arrays.stream(weights).distinct().count() > 1;
    this.weights = bounded(weights);
    this.total = Arrays.stream(this.weights).sum();
  }

  /**
   * Sorts births in; those outside of the observation are left out.
   *
   * @param births with JVM uptimes in ms
   * @param windows the observation
   */
  static Births of(List<Birth> births, Windows windows) {
    List<Birth> within = births.stream().filter(birth -> windows.contains(birth.millis())).toList();
    return new Births(
        within.stream().mapToDouble(birth -> windows.at(birth.millis())).toArray(),
        within.stream().mapToDouble(Birth::weight).toArray(),
        windows);
  }

  private static double[] bounded(double[] weights) {
    double most = Math.max(MAX_WEIGHT, 2.0 / weights.length);
    double[] cut = weights;
    for (int i = 0; i < MAX_CUTS; i++) {
      double bound = most * Arrays.stream(cut).sum();
      cut = Arrays.stream(cut).map(weight -> Math.min(weight, bound)).toArray();
    }
    return cut;
  }

  /** Births within the observation. */
  int samples() {
    return when.length;
  }

  /** As many samples of equal weight would tell as much. */
  double effectiveSamples() {
    double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
    return squares == 0 ? 0 : total * total / squares;
  }

  /** Whether they are enough, and spread as those of a leak. */
  boolean even() {
    return spread(MIN_THIRD, MAX_FIFTH);
  }

  /** Whether they are enough and never cease, however unevenly they may have been sampled. */
  boolean allAlong() {
    return spread(MIN_SKEWED_THIRD, MAX_SKEWED_FIFTH);
  }

  private boolean spread(double minThird, double maxFifth) {
    boolean spread =
        samples() >= MIN_SAMPLES && holds(minThird, 0, THIRD) && holds(minThird, 1 - THIRD, 1);
    for (int i = 0; spread && i < FIFTHS; i++) {
      double from = (double) i / FIFTHS;
      double to = (i + 1.0) / FIFTHS;
      spread = holds(MIN_FIFTH, from, to) && share(from, to) <= maxFifth;
    }
    return spread && goOn();
  }

  /**
   * Whether they go on in each window that is long enough to tell: in two of these, for between
   * them nothing is known, or up to the end.
   */
  private boolean goOn() {
    int telling = 0;
    double reach = 0;
    for (int i = 0; i < windows.count(); i++) {
      double from = windows.begin(i);
      double to = windows.begin(i + 1);
      boolean tells = (to - from) * samples() >= MIN_WINDOW_SAMPLES;
      boolean goOn = share(from, to) >= MIN_RATE * (to - from);
      if (tells && !goOn) {
        return false;
      }
      telling += tells ? 1 : 0;
      reach = goOn && count(from, to) >= MIN_GOING_ON ? windows.reach(i) : reach;
    }
    return telling > 1 || reach >= MIN_REACH;
  }

  /** Whether they may belong to a leak that other sites show: too few to tell alone. */
  boolean perhapsEven() {
    return samples() >= MIN_SHARE_SAMPLES
        && share(0, 0.5) >= MIN_HALF
        && share(0.5, 1) >= MIN_HALF
        && count(1 - THIRD, 1) > 0;
  }

  /**
   * The probability of births so late on average in what fills up, ever more slowly, with a time
   * constant of twice the observation; one-sided.
   */
  double byFilling() {
    double sum = 0;
    for (int i = 0; i < when.length; i++) {
      sum += weights[i] * when[i];
    }
    double late = total == 0 ? 0 : sum / total - MEAN_OF_FILLING;
    return 1 - NORMAL.cumulativeProbability(late / SPREAD * Math.sqrt(effectiveSamples()));
  }

  /** What was seen, in half a sentence. */
  String print() {
    long filled = Arrays.stream(when).mapToLong(at -> (long) (at * TENTHS)).distinct().count();
    return String.format(
        Locale.ROOT,
        "%d sampled survivors were born in %d of ten tenths of the time, %.0f %% of them in its"
            + " first third and %.0f %% in its last%s%s",
        samples(),
        filled,
        100 * share(0, THIRD),
        100 * share(1 - THIRD, 1),
        weighed ? ", weighed by how often the JVM sampled" : "",
        windows.count() > 1 ? ", in " + windows.count() + " periods laid end to end" : "");
  }

  private boolean holds(double least, double from, double to) {
    return share(from, to) >= least && count(from, to) >= least * MIN_SAMPLES;
  }

  private int count(double from, double to) {
    return (int) Arrays.stream(when).filter(at -> at >= from && at < to).count();
  }

  private double share(double from, double to) {
    double in = 0;
    for (int i = 0; i < when.length; i++) {
      in += when[i] >= from && when[i] < to ? weights[i] : 0;
    }
    return total == 0 ? 0 : in / total;
  }
}
