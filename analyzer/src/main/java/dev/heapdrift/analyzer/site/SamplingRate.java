package dev.heapdrift.analyzer.site;

import dev.heapdrift.snapshot.GcFacts;
import dev.heapdrift.snapshot.Survivor;
import java.util.ArrayList;
import java.util.List;

/**
 * How many allocated bytes one sampled object stands for, over the time of a run.
 *
 * <p>JFR samples the object that opens a new allocation buffer, and the JVM resizes these buffers
 * at each collection: of a leak that is perfectly steady it samples ever fewer objects while
 * buffers grow, and ever more while they shrink. The collections tell how large buffers were.
 *
 * <p>They tell it of all threads together, and each thread has buffers of its own size: while a
 * program starts, others allocate more than the one that leaks, whose rate may not change at all.
 * The truth lies between all samples weighing the same and each weighing its mean buffer; a weight
 * is the geometric mean of the two, which halves either error.
 */
final class SamplingRate {
  /** Refills of fewer than so many, one for each thread among them, make no mean. */
  private static final int MIN_REFILLS = 10;

  private final List<Epoch> epochs;

  private record Epoch(long endMillis, double bytesPerSample) {}

  private SamplingRate(List<Epoch> epochs) {
    this.epochs = epochs;
  }

  /**
   * Reads it from the collections of a run.
   *
   * @param gcs by time
   */
  static SamplingRate of(List<GcFacts> gcs) {
    List<Epoch> epochs = new ArrayList<>();
    long refills = 0;
    long bytes = 0;
    for (GcFacts gc : gcs) {
      if (gc.refills() > 0 && gc.refillBytes() > 0) {
        refills += gc.refills();
        bytes += gc.refillBytes();
      }
      if (refills >= MIN_REFILLS) {
        epochs.add(new Epoch(gc.uptimeMillis(), (double) bytes / refills));
        refills = 0;
        bytes = 0;
      }
    }
    return new SamplingRate(epochs);
  }

  /**
   * The birth of a survivor; all weigh the same where the collections tell nothing. What is older
   * or younger than they know weighs as the next that they know. An object larger than a buffer
   * lies outside of all buffers and is always sampled.
   */
  Birth birth(Survivor survivor) {
    double bytes = bytes(survivor);
    return new Birth(survivor.allocatedMillis(), Double.isNaN(bytes) ? 1 : Math.sqrt(bytes));
  }

  /** How many allocated bytes a survivor stands for; NaN where the collections tell nothing. */
  double bytes(Survivor survivor) {
    if (epochs.isEmpty()) {
      return Double.NaN;
    }
    Epoch epoch = epochs.get(epochs.size() - 1);
    for (int i = epochs.size() - 1; i >= 0; i--) {
      if (epochs.get(i).endMillis() > survivor.allocatedMillis()) {
        epoch = epochs.get(i);
      }
    }
    return Math.max(epoch.bytesPerSample(), (double) survivor.bytes());
  }
}
