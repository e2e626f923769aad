package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is summed under one key, and by which frame it is shown. */
final class Group {
  private Estimate sum = Estimate.NOTHING;
  private Estimate allocated = Estimate.NOTHING;
  private Estimate untested = Estimate.NOTHING;
  private int totalFrames;
  private final Map<Frame, Long> frames = new HashMap<>();

  void add(AllocationTrace trace, Estimate amount, Frame frame) {
    allocated = allocated.plus(trace.allocated());
    untested = untested.plus(trace.untested());
    if (amount.equals(Estimate.NOTHING)) {
      return;
    }
    sum = sum.plus(amount);
    totalFrames = Math.max(totalFrames, trace.totalFrames());
    if (frame != null) {
      frames.merge(frame, amount.bytes(), Long::sum);
    }
  }

  /** The figure that was asked for. */
  Estimate sum() {
    return sum;
  }

  Estimate allocated() {
    return allocated;
  }

  Estimate untested() {
    return untested;
  }

  boolean holdsAny() {
    return !sum.equals(Estimate.NOTHING);
  }

  /** The stack of the key, or the frame that holds most. */
  Traceback traceback(Key key) {
    return new Traceback(key.frames().isEmpty() ? heaviest() : key.frames(), totalFrames);
  }

  // Of frames that hold the same, the first by name, so that equal snapshots print alike.
  private List<Frame> heaviest() {
    Frame heaviest = null;
    long most = 0;
    for (Map.Entry<Frame, Long> entry : frames.entrySet()) {
      Frame frame = entry.getKey();
      long bytes = entry.getValue();
      if (heaviest == null
          || bytes > most
          || (bytes == most && frame.print().compareTo(heaviest.print()) < 0)) {
        heaviest = frame;
        most = bytes;
      }
    }
    return heaviest == null ? List.of() : List.of(heaviest);
  }
}
