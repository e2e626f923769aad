package dev.heapdrift.agent.registry;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sizes of one container, or group of instances, along the shared {@link TimeAxis}, 16 bits each:
 * 150 bytes.
 *
 * <p>Decimated when next used, not when the axis is: fifty thousand histories are never touched at
 * once. Where the axis keeps a slot that has no reading, the one it gives up with it moves there, a
 * spacing too early; else a container that is read rarely would lose its past.
 */
public final class History {
  private char[] codes = new char[4];
  private int generation;

  /** Creates an empty history along an axis, which is the one to be given to all methods. */
  public History(TimeAxis axis) {
    this.generation = axis.generation();
  }

  /** Writes a size in entries to a slot; the first size of a slot stays. */
  public void add(TimeAxis axis, int slot, long size) {
    follow(axis);
    if (slot >= codes.length) {
      codes = Arrays.copyOf(codes, Math.min(TimeAxis.SLOTS, Math.max(slot + 1, 2 * codes.length)));
    }
    if (codes[slot] == SizeCode.ABSENT) {
      codes[slot] = SizeCode.encode(size);
    }
  }

  /** The sizes that are known, oldest first. */
  public List<SizePoint> points(TimeAxis axis) {
    follow(axis);
    List<SizePoint> points = new ArrayList<>();
    for (int slot = 0; slot < codes.length; slot++) {
      if (codes[slot] != SizeCode.ABSENT) {
        points.add(new SizePoint(axis.time(slot), SizeCode.decode(codes[slot])));
      }
    }
    return points;
  }

  /** Fills the gaps of this history from that of an entry that is merged into this one's. */
  void merge(TimeAxis axis, History other) {
    follow(axis);
    other.follow(axis);
    if (other.codes.length > codes.length) {
      codes = Arrays.copyOf(codes, other.codes.length);
    }
    for (int slot = 0; slot < other.codes.length; slot++) {
      if (codes[slot] == SizeCode.ABSENT) {
        codes[slot] = other.codes[slot];
      }
    }
  }

  private void follow(TimeAxis axis) {
    for (; generation < axis.generation(); generation++) {
      for (int slot = 0; slot < codes.length; slot += 2) {
        char kept = codes[slot];
        char givenUp = slot + 1 < codes.length ? codes[slot + 1] : SizeCode.ABSENT;
        codes[slot / 2] = kept == SizeCode.ABSENT ? givenUp : kept;
      }
      Arrays.fill(codes, (codes.length + 1) / 2, codes.length, SizeCode.ABSENT);
    }
  }
}
