package dev.heapdrift.snapshot;

import java.util.List;

/**
 * A container that grew past the notice threshold and was alive when the snapshot was taken.
 *
 * @param id assigned by the agent; stays with the container, or with the owner slot whose content
 *     is replaced at each insertion, for the whole series
 * @param type class of the container, such as {@code java.util.HashMap}
 * @param structure how it stores its entries
 * @param owner who holds it, or null when the walk has not found out
 * @param noticedMillis JVM uptime at its first noticed growth, in ms
 * @param lastGrowthMillis JVM uptime at its last noticed growth, in ms
 * @param ageGcs collections survived since it was noticed
 * @param growths growths noticed since
 * @param size entries when last read, or -1 when never read
 * @param sizeReadMillis JVM uptime of that reading, or -1
 * @param capacity largest capacity it asked for, in entries
 * @param bytesPerEntry estimated bytes an entry adds (shallow sizes of sampled elements and what
 *     only they refer to, within a bound), or -1 when not measured
 * @param history sizes over time, oldest first, at most 64 points; empty before the second growth
 * @param growthSites growths counted by stack, most frequent first
 * @param insertions insertion calls counted by the zoom, most frequent first; empty when never
 *     zoomed
 * @param elements sampled element classes with their share, largest first; empty when not sampled
 * @param nature what the sampled elements are besides, or null when fewer than {@link
 *     ElementNature#ENOUGH} were sampled
 * @param zoom what else the zoom has seen, or null when never zoomed
 */
public record ContainerFacts(
    long id,
    String type,
    Structure structure,
    Owner owner,
    long noticedMillis,
    long lastGrowthMillis,
    int ageGcs,
    long growths,
    long size,
    long sizeReadMillis,
    long capacity,
    double bytesPerEntry,
    List<SizePoint> history,
    List<GrowthSite> growthSites,
    List<InsertionSite> insertions,
    List<ElementShare> elements,
    ElementNature nature,
    ZoomFacts zoom) {

  /** Copies the lists, so that the facts never change. */
  public ContainerFacts {
    history = SizePoints.copyOf(history);
    growthSites = List.copyOf(growthSites);
    insertions = List.copyOf(insertions);
    elements = List.copyOf(elements);
  }

  /** The same that has grown otherwise. */
  public ContainerFacts with(
      List<SizePoint> otherHistory,
      List<GrowthSite> otherSites,
      List<InsertionSite> otherInsertions) {
    return new ContainerFacts(
        id,
        type,
        structure,
        owner,
        noticedMillis,
        lastGrowthMillis,
        ageGcs,
        growths,
        size,
        sizeReadMillis,
        capacity,
        bytesPerEntry,
        otherHistory,
        otherSites,
        otherInsertions,
        elements,
        nature,
        zoom);
  }

  /** The same with what is told of it last. */
  public ContainerFacts with(Owner otherOwner, ElementNature otherNature, ZoomFacts otherZoom) {
    return new ContainerFacts(
        id,
        type,
        structure,
        otherOwner,
        noticedMillis,
        lastGrowthMillis,
        ageGcs,
        growths,
        size,
        sizeReadMillis,
        capacity,
        bytesPerEntry,
        history,
        growthSites,
        insertions,
        elements,
        otherNature,
        otherZoom);
  }

  /** The newest size in entries, of the reading and the history, or -1 when never read. */
  public long latestSize() {
    SizePoint newest = history.isEmpty() ? null : history.get(history.size() - 1);
    return newest != null && newest.uptimeMillis() > sizeReadMillis ? newest.size() : size;
  }

  /** How a container stores its entries. The order is part of the file format. */
  public enum Structure {
    /** A map of the JDK. */
    MAP,
    /** A list or set of the JDK. */
    LIST,
    /** A queue or deque of the JDK. */
    QUEUE,
    /** A thread's map of thread-locals. */
    THREAD_LOCALS,
    /** A collection of the JDK that copies its array on write. */
    COPY_ON_WRITE,
    /** A stream or table of the JDK that buffers in a growing array. */
    BUFFER,
    /** Any other object whose array grows. */
    GROWING_ARRAY,
    /** Nodes that hold each other, from the field of an object that holds the first. */
    NODES
  }

  /**
   * A size at a time.
   *
   * @param uptimeMillis JVM uptime in ms
   * @param size entries
   */
  public record SizePoint(long uptimeMillis, long size) {}

  /**
   * Growths that happened with one stack.
   *
   * @param stack index into {@link Snapshot#stacks()}
   * @param growths how many
   */
  public record GrowthSite(int stack, long growths) {}

  /**
   * Insertion calls counted at one call site while the zoom was on.
   *
   * @param site the calling line
   * @param callee name of the called method, such as {@code put}
   * @param count calls that reached this container
   */
  public record InsertionSite(Frame site, String callee, long count) {}

  /**
   * Share of a class among the sampled elements.
   *
   * @param type class of the elements (values of a map)
   * @param share 0 to 1
   */
  public record ElementShare(String type, double share) {}

  /**
   * What the sampled elements are beyond their classes; shares of the sample, 0 to 1.
   *
   * @param cancelled tasks that were cancelled and still wait here; -1 when none of the elements is
   *     a task that shows its state
   * @param throwables exceptions and errors
   * @param ownKeys entries of a map whose value is the key itself
   */
  public record ElementNature(double cancelled, double throwables, double ownKeys) {
    /** Fewest sampled elements of which shares are told. */
    public static final int ENOUGH = 8;
  }
}
