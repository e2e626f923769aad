package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.series.SurvivorDump;
import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.Survivor;
import dev.heapdrift.snapshot.SurvivorPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * HotSpot's sampler of old objects beside a program, and the agent's renewals of its queue.
 *
 * <p>One object per allocation buffer is sampled, and buffers are resized at each collection. Of
 * 256 samples the one with the smallest span makes room, of several the newest; a span is the
 * object's size and those of the dead ones that were sampled just before it. A new sample is turned
 * down only while its span, and those of all that were lost before, are smaller than any.
 */
final class SimulatedSampler {
  static final int QUEUE = 256;

  private static final int OBJECT_BYTES = 32;

  /** Threads that allocate nearly nothing, but take a buffer after each collection. */
  private static final int IDLE_THREADS = 3;

  /** Bytes allocated each ms when all that is allocated is garbage. */
  private static final double GARBAGE = 5_000;

  private final Random random;
  private final int millis;
  private final int collectEvery;
  private final List<Sample> samples = new ArrayList<>();
  private final List<GcFacts> gcs = new ArrayList<>();
  private final List<SurvivorPeriod> periods = new ArrayList<>();
  private final List<Survivor> survivors = new ArrayList<>();
  private final double[] dying;
  private double live;
  private long from;

  /** Bytes of sampled objects that are in no span. */
  private long missing;

  private static final class Sample {
    private final long born;
    private final double dies;
    private final boolean ours;
    private long span = OBJECT_BYTES;

    Sample(long born, double dies, boolean ours) {
      this.born = born;
      this.dies = dies;
      this.ours = ours;
    }
  }

  /**
   * What the site under test does.
   *
   * @param bytes bytes that it allocates each ms, by the part of the time that is over
   * @param lifeMillis how long an object lives, by a random number from 0 to 1
   */
  record Site(DoubleUnaryOperator bytes, DoubleUnaryOperator lifeMillis) {}

  /**
   * A program that begins.
   *
   * @param millis how long it runs
   * @param collectEvery ms between two collections
   */
  SimulatedSampler(long seed, int millis, int collectEvery) {
    this.random = new Random(seed);
    this.millis = millis;
    this.collectEvery = collectEvery;
    this.dying = new double[millis + 1];
  }

  /**
   * Runs the program.
   *
   * @param site what it keeps
   * @param buffer bytes of an allocation buffer, by the part of the time that is over
   * @param lookEvery ms between two looks of the agent
   */
  SimulatedSampler run(Site site, DoubleUnaryOperator buffer, int lookEvery) {
    for (int begin = 0; begin < millis; begin += collectEvery) {
      int end = begin + collectEvery;
      allocate(site, begin, end, buffer.applyAsDouble((double) begin / millis));
      collect(end);
      if (end % lookEvery == 0 && end < millis) {
        look(end);
      }
    }
    close(millis);
    return this;
  }

  /** All collections, as old ones. */
  List<GcFacts> gcs() {
    return gcs;
  }

  /** What the agent tells. */
  SurvivorDump dump() {
    return new SurvivorDump(periods, survivors, List.of());
  }

  /** The births of the site's survivors in these windows, as the analyzer sees them. */
  Births births(Windows windows) {
    SamplingRate rate = SamplingRate.of(gcs);
    return Births.of(survivors.stream().map(rate::birth).toList(), windows);
  }

  /** Whether the analyzer calls the site a leak. */
  boolean isFound() {
    SamplingRate rate = SamplingRate.of(gcs);
    return Tested.of(dump(), gcs)
        .filter(tested -> tested.heap().rises())
        .filter(
            tested ->
                tested.isLeak(
                    births(tested.windows()),
                    survivors.stream()
                            .filter(s -> tested.windows().contains(s.allocatedMillis()))
                            .mapToDouble(rate::bytes)
                            .sum()
                        / tested.windows().length()))
        .isPresent();
  }

  private void allocate(Site site, int begin, int end, double buffer) {
    double left = 0;
    double allocated = 0;
    long refills = IDLE_THREADS;
    for (int now = begin; now < end; now++) {
      double ours = site.bytes().applyAsDouble((double) now / millis);
      keep(now, ours, site.lifeMillis().applyAsDouble(random.nextDouble()));
      allocated += GARBAGE + ours;
      left -= GARBAGE + ours;
      for (; left < 0; left += buffer) {
        refills++;
        sample(site, now, random.nextDouble() * (GARBAGE + ours) < ours);
      }
    }
    gcs.add(new GcFacts(end, Generation.OLD, 0, Math.round(live), refills, Math.round(allocated)));
  }

  private void keep(int now, double bytes, double life) {
    live += bytes - dying[now];
    dying[(int) Math.min(millis, now + 1 + life)] += bytes;
  }

  private void sample(Site site, long now, boolean ours) {
    missing += OBJECT_BYTES;
    if (samples.size() == QUEUE) {
      int least = least();
      if (samples.get(least).span > missing) {
        return;
      }
      missing += samples.remove(least).span;
    }
    double life = ours ? site.lifeMillis().applyAsDouble(random.nextDouble()) : 0;
    samples.add(new Sample(now, now + life, ours));
    missing -= OBJECT_BYTES;
  }

  /** The newest of those with the smallest span. */
  private int least() {
    int least = samples.size() - 1;
    for (int i = least - 1; i >= 0; i--) {
      least = samples.get(i).span < samples.get(least).span ? i : least;
    }
    return least;
  }

  private void collect(long now) {
    for (int i = samples.size() - 1; i >= 0; i--) {
      if (samples.get(i).dies <= now) {
        Sample dead = samples.remove(i);
        if (i < samples.size()) {
          samples.get(i).span += dead.span; // the next newer one
        } else {
          missing += dead.span;
        }
      }
    }
  }

  /** As {@code SampledPeriods} of the agent decides. */
  private void look(long now) {
    if (samples.size() >= QUEUE / 2
        && samples.get(samples.size() / 2).born - from < 0.45 * (now - from)
        && now - from >= from) {
      close(now);
      samples.clear();
      missing = 0;
      from = now;
    }
  }

  private void close(long now) {
    periods.add(new SurvivorPeriod(from, now, QUEUE));
    Stream<Sample> kept = samples.stream().filter(sample -> sample.ours);
    kept.map(sample -> new Survivor(-1, "T", sample.born, OBJECT_BYTES, -1, false))
        .forEach(survivors::add);
  }
}
