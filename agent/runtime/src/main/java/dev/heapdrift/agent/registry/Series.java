package dev.heapdrift.agent.registry;

/**
 * How a container has grown, and how large it was when; goes on when another container takes its
 * place in the same owner slot. Some 100 bytes, plus 150 from the second growth on. Belongs to the
 * agent's thread.
 */
public final class Series {
  /** Steps of an eighth at most, twice in a row: a copy at each insertion, noticed by chance. */
  private static final int COPY_STEP = 8;

  private final long noticedMillis;
  private final long noticedEpoch;
  private final GrowthSites sites = new GrowthSites();

  private History history;
  private long lastGrowthMillis;
  private long lastRiseMillis;
  private long growths;
  private int smallSteps;
  private long capacity;
  private long size = SizeReader.UNKNOWN;
  private long sizeReadMillis = -1;

  /** Begins when a container is noticed. */
  Series(Now now) {
    this.noticedMillis = now.uptimeMillis();
    this.noticedEpoch = now.gcEpoch();
  }

  // ---- what is done to it --------------------------------------------------------------------

  /** A growth was noticed. History begins with the second, as most containers have only one. */
  void grew(Now now, long newCapacity, int stack, TimeAxis axis) {
    growths++;
    sites.add(stack, 1);
    if (newCapacity > capacity) { // growths of one tick may come in any order
      smallSteps = newCapacity - capacity <= Math.max(1, capacity / COPY_STEP) ? smallSteps + 1 : 0;
      capacity = newCapacity;
      lastRiseMillis = now.uptimeMillis();
    }
    lastGrowthMillis = now.uptimeMillis();
    if (growths == 2) {
      follow(axis);
    }
  }

  /** A size was read, in a round that writes to {@code slotOfAxis}. */
  void read(Now now, long read, TimeAxis axis, int slotOfAxis) {
    if (read > size && size >= 0) {
      lastRiseMillis = now.uptimeMillis();
      follow(axis);
    }
    size = read;
    sizeReadMillis = now.uptimeMillis();
    if (history != null) {
      history.add(axis, slotOfAxis, read);
    }
  }

  /**
   * Its history begins, if it has not begun: with the second growth, where it was large before
   * anybody looked, or where it is read to rise though its growths were passed over.
   */
  void follow(TimeAxis axis) {
    if (history == null) {
      history = new History(axis);
    }
  }

  /** Takes over the series of a container that turned out to be the next one of the same slot. */
  void absorb(Series younger, TimeAxis axis) {
    growths += younger.growths;
    sites.addAll(younger.sites);
    capacity = Math.max(capacity, younger.capacity);
    lastGrowthMillis = Math.max(lastGrowthMillis, younger.lastGrowthMillis);
    lastRiseMillis = Math.max(lastRiseMillis, younger.lastRiseMillis);
    smallSteps = Math.max(smallSteps, younger.smallSteps);
    follow(axis);
    if (younger.history != null) {
      history.merge(axis, younger.history);
    }
  }

  // ---- what it tells -------------------------------------------------------------------------

  /** Growths noticed. */
  public long growths() {
    return growths;
  }

  /** Largest capacity that was asked for, in entries. */
  public long capacity() {
    return capacity;
  }

  /** Entries when last read, -1 when never. */
  public long size() {
    return size;
  }

  /** Entries when last read, or how many there was room for when it grew. */
  public long sizeOrCapacity() {
    return size < 0 ? capacity : size;
  }

  /** JVM uptime in ms at which the capacity or the size last reached a new maximum. */
  public long lastRiseMillis() {
    return lastRiseMillis;
  }

  /** Whether it grew, or was read to have risen, later than when it was noticed. */
  boolean keepsGrowing() {
    return lastGrowthMillis > noticedMillis || (growths <= 1 && lastRiseMillis > noticedMillis);
  }

  /** Time in ms from when it was noticed to when it last reached a new maximum. */
  public long roseForMillis() {
    return lastRiseMillis - noticedMillis;
  }

  /** Whether it was seen growing twice, be it by a reading; once where it was large before. */
  boolean grewAgain() {
    return growths > 1 || (history != null && lastRiseMillis > 0);
  }

  /** Whether a growth to that capacity was counted at the same time, or a larger one ever. */
  boolean counted(long grownTo, Now now) {
    return grownTo < capacity || (grownTo == capacity && lastGrowthMillis == now.uptimeMillis());
  }

  /** Whether its array is copied at each insertion. */
  boolean copiesOnWrite() {
    return smallSteps >= 2;
  }

  GrowthSites sites() {
    return sites;
  }

  /** Its sizes over time; null before it is followed. */
  History history() {
    return history;
  }

  long noticedMillis() {
    return noticedMillis;
  }

  long noticedEpoch() {
    return noticedEpoch;
  }

  long lastGrowthMillis() {
    return lastGrowthMillis;
  }

  long sizeReadMillis() {
    return sizeReadMillis;
  }
}
