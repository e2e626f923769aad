package dev.heapdrift.benchmarks.work;

import com.google.monitoring.runtime.instrumentation.AllocationRecorder;
import com.google.monitoring.runtime.instrumentation.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * The least that a user of Google's allocation instrumenter does with it: counts objects and bytes.
 * Loaded only in a JVM with that agent, which brings the classes that this one needs.
 */
final class CountingSampler implements Sampler {

  private static final int TRIES = 100;

  private final LongAdder objects = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  @Override
  public void sampleAllocation(int count, String type, Object allocated, long size) {
    objects.increment();
    bytes.add(size);
  }

  /** Begins to count, and tells why nothing is counted, or an empty text. */
  static String problem() {
    CountingSampler sampler = new CountingSampler();
    AllocationRecorder.addSampler(sampler);
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      kept.add(new int[1]);
    }
    if (sampler.objects.sum() < TRIES) {
      return "it sees no allocation of the application";
    }
    long before = sampler.objects.sum();
    for (int i = 0; i < TRIES; i++) {
      kept.set(i, Long.valueOf(1_000_000 + i)); // allocated by the JDK
    }
    boolean seen = sampler.objects.sum() - before >= TRIES && kept.size() == TRIES;
    return seen ? "" : "it sees no allocation within the JDK";
  }
}
