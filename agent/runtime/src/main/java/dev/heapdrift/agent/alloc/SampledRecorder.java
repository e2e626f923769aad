package dev.heapdrift.agent.alloc;

import dev.heapdrift.hooks.Allocations;
import dev.heapdrift.hooks.Door;
import java.util.Arrays;

/**
 * Traces a sample of the objects: bytes are counted down, and the object at which the countdown
 * ends is taken. Distances are exponential with the interval as mean, so an object of {@code s}
 * bytes is taken with probability {@code 1 - exp(-s / interval)} whatever came before it (Poisson
 * sampling by bytes).
 *
 * <p>Budget, per object that is not taken: a size from a table and a subtraction in the lane of the
 * thread, 2 to 3 ns, no lock; two threads of one lane may lose each other's ticks. What is taken
 * costs a walk of the stack.
 */
final class SampledRecorder extends Allocations.Recorder {

  /** Longs between the countdowns of two lanes: no two in one cache line, nor in its neighbour. */
  private static final int SPREAD = 16;

  /** 2^64 divided by the golden ratio: steps of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private final Tracer tracer;
  private final Intake intake;
  private final double interval;
  private final long[] left;
  private final long[] random;

  /** Bytes of the objects of each site; 0 where unknown, below where they differ. */
  private volatile int[] sizes = new int[0];

  SampledRecorder(Tracer tracer, Intake intake, Limits limits) {
    this.tracer = tracer;
    this.intake = intake;
    this.interval = limits.intervalBytes();
    this.left = new long[intake.lanes() * SPREAD];
    this.random = new long[intake.lanes() * SPREAD];
    for (int lane = 0; lane < intake.lanes(); lane++) {
      random[lane * SPREAD] = mix(limits.seed() + lane * GAMMA);
      left[lane * SPREAD] = draw(lane * SPREAD);
    }
  }

  @Override
  public void object(Object made, int site) {
    int[] all = sizes;
    int known = site < all.length ? all[site] : 0;
    long bytes = known > 0 ? known : sizeSlow(made, site, known);
    if (expires(bytes)) {
      take(made, site, Trace.OBJECT, bytes);
    }
  }

  @Override
  public void array(Object made, int kind, int length, int site) {
    long bytes = tracer.arrayBytes(kind, length);
    if (expires(bytes)) {
      take(made, site, Trace.LARGE, bytes);
    }
  }

  private boolean expires(long bytes) {
    int slot = intake.lane() * SPREAD;
    long now = left[slot] - bytes;
    left[slot] = now;
    return now < 0;
  }

  private void take(Object made, int site, long key, long bytes) {
    int slot = intake.lane() * SPREAD;
    left[slot] = draw(slot); // from the object's end: however long it was, it counts once
    if (!Door.enter()) {
      return; // the agent's own
    }
    try {
      Trace trace = tracer.walked(made, site, key, bytes);
      if (trace != null) {
        intake.add(
            trace.bytes() == 0
                ? new TracedRef.Sized(made, trace.id(), bytes)
                : new TracedRef(made, trace.id()));
      }
    } finally {
      Door.exit();
    }
  }

  private long sizeSlow(Object made, int site, int known) {
    long bytes = tracer.objectBytes(made);
    if (known == 0 && Door.enter()) {
      try {
        remember(site, tracer.isFixed(site) ? (int) bytes : -1);
      } finally {
        Door.exit();
      }
    }
    return bytes;
  }

  private synchronized void remember(int site, int bytes) {
    if (site >= sizes.length) {
      sizes = Arrays.copyOf(sizes, Math.max(1024, 2 * site));
    }
    sizes[site] = bytes;
  }

  /** Bytes to the next sample, counted so that an object of {@code s} ends it when {@code < s}. */
  private long draw(int slot) {
    long state = random[slot] + GAMMA;
    random[slot] = state;
    double uniform = ((mix(state) >>> 11) + 0.5) * 0x1.0p-53; // in (0, 1)
    return (long) (-Math.log(uniform) * interval);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
