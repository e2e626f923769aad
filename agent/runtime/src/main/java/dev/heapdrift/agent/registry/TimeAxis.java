package dev.heapdrift.agent.registry;

/**
 * The points in time that all histories share: at most {@link #SLOTS}, evenly spaced.
 *
 * <p>Every reading round opens a slot, until all are taken; then every second slot is given up,
 * from there on a round opens a slot only when the new spacing has passed, and so on. So the axis
 * always spans from the first round to the last, and a history costs the same after a minute and
 * after a month. Histories follow by themselves: see {@link #generation}. Belongs to the agent's
 * thread.
 */
public final class TimeAxis {
  /** Slots of the axis, and points of a history. */
  public static final int SLOTS = 64;

  private final long[] times = new long[SLOTS];
  private int used;
  private int generation;
  private long spacing;

  /**
   * Opens a slot for a round at {@code uptimeMillis}, if one is due.
   *
   * @return the newest slot: what had no reading in it yet may still get one, a spacing late
   */
  public int advance(long uptimeMillis) {
    if (due(uptimeMillis) && used == SLOTS) {
      decimate();
    }
    if (due(uptimeMillis)) {
      times[used++] = uptimeMillis;
    }
    return used - 1;
  }

  private boolean due(long uptimeMillis) {
    return used == 0 || uptimeMillis - times[used - 1] >= Math.max(1, spacing);
  }

  /** Keeps the even slots, and so the first one for ever. */
  private void decimate() {
    spacing = (times[SLOTS - 1] - times[0]) / (SLOTS / 2);
    for (int i = 0; i < SLOTS / 2; i++) {
      times[i] = times[2 * i];
    }
    used = SLOTS / 2;
    generation++;
  }

  /** Uptime of a slot in ms. */
  public long time(int slot) {
    return times[slot];
  }

  /** How often the axis has been decimated. */
  public int generation() {
    return generation;
  }
}
