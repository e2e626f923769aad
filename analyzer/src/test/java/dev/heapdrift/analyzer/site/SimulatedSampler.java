package dev.heapdrift.analyzer.site;

import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.GcFacts.Generation;
import dev.heapdrift.snapshot.Survivor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * HotSpot's sampler of old objects beside a program: one object per allocation buffer, buffers that
 * are resized at each collection, and 256 samples, of which the one with the smallest span makes
 * room, where a sample inherits the spans of those that died behind it.
 */
final class SimulatedSampler {
  static final long MILLIS = 30_000;

  private static final int EPOCHS = 20;
  private static final int QUEUE = 256;
  private static final int OBJECT_BYTES = 32;

  /** Threads that allocate nearly nothing, but take a buffer after each collection. */
  private static final int IDLE_THREADS = 3;

  /** Bytes allocated each ms when all that is allocated is garbage. */
  private static final double GARBAGE = 5_000;

  private final Random random;
  private final List<Sample> samples = new ArrayList<>();
  private final List<GcFacts> gcs = new ArrayList<>();

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

  SimulatedSampler(long seed) {
    random = new Random(seed);
  }

  /**
   * Runs the program.
   *
   * @param site what it keeps
   * @param buffer bytes of an allocation buffer, by the part of the time that is over
   * @return the births of the site's survivors, as the analyzer sees them
   */
  Births run(Site site, DoubleUnaryOperator buffer) {
    long epoch = MILLIS / EPOCHS;
    for (long begin = 0; begin < MILLIS; begin += epoch) {
      allocate(site, begin, begin + epoch, buffer.applyAsDouble((double) begin / MILLIS));
      collect(begin + epoch);
    }
    SamplingRate rate = SamplingRate.of(gcs);
    return Births.of(
        samples.stream()
            .filter(sample -> sample.ours)
            .map(sample -> new Survivor(-1, "T", sample.born, OBJECT_BYTES, -1, false))
            .map(rate::birth)
            .toList(),
        0,
        MILLIS);
  }

  private void allocate(Site site, long from, long to, double buffer) {
    double left = 0;
    double allocated = 0;
    long refills = IDLE_THREADS;
    for (long now = from; now < to; now++) {
      double ours = site.bytes().applyAsDouble((double) now / MILLIS);
      allocated += GARBAGE + ours;
      left -= GARBAGE + ours;
      for (; left < 0; left += buffer) {
        refills++;
        sample(site, now, random.nextDouble() * (GARBAGE + ours) < ours);
      }
    }
    gcs.add(new GcFacts(to, Generation.OLD, 0, 0, refills, Math.round(allocated)));
  }

  private void sample(Site site, long now, boolean ours) {
    if (samples.size() == QUEUE) {
      samples.remove(samples.stream().min(Comparator.comparingLong(s -> s.span)).orElseThrow());
    }
    double life = ours ? site.lifeMillis().applyAsDouble(random.nextDouble()) : 0;
    samples.add(new Sample(now, now + life, ours));
  }

  private void collect(long now) {
    for (int i = samples.size() - 1; i >= 0; i--) {
      if (samples.get(i).dies <= now) {
        Sample dead = samples.remove(i);
        if (i > 0) {
          samples.get(i - 1).span += dead.span;
        }
      }
    }
  }
}
