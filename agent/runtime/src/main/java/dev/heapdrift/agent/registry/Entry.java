package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.owner.OwnerPath;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Owner;
import java.lang.ref.WeakReference;
import java.util.Collection;

/**
 * A container that grew, or the owner slot in which such containers replace each other: which one
 * it is now, who holds it, and when to look at it again; some 200 bytes beside its series.
 *
 * <p>The container is held weakly and touched as little as that allows: {@link #is} and {@link
 * #dead} compare without strengthening it. Belongs to the agent's thread.
 */
public final class Entry {
  private final long id;
  private final String grownField;
  private final ContainerType type;
  private final Series series;
  private final ReadingPlan reading = new ReadingPlan();
  private final SearchPlan search = new SearchPlan();

  private WeakReference<Object> ref;
  private int identityHash;
  private Entry nextInBucket;
  private OwnerPath path;
  private Owner owner;
  private int lostPaths;
  private ElementFacts elements;
  private String shownType;
  private ArraySlot slot;
  private Chain chain;
  private SizeGuess.Look look;
  private boolean removed;

  Entry(long id, Object container, ContainerType type, String grownField, Now now) {
    this.id = id;
    this.type = type;
    this.grownField = grownField;
    this.series = new Series(now);
    hold(container);
  }

  // ---- what other packages ask ---------------------------------------------------------------

  /** Number of the series; stays when the slot's next container is adopted. */
  public long id() {
    return id;
  }

  /** The reference to the container; another one after an adoption. Compare, do not strengthen. */
  public WeakReference<Object> ref() {
    return ref;
  }

  /** Class of the container; null where that is a class, whose static array grows, or unloaded. */
  public Class<?> containerClass() {
    Class<?> known = type.type();
    return known == Class.class ? null : known;
  }

  /** Class of the container, as printed. */
  public String typeName() {
    return shownType == null ? type.name() : shownType;
  }

  /** How it has grown. */
  public Series series() {
    return series;
  }

  /** {@link System#identityHashCode} of the container. */
  public int identityHash() {
    return identityHash;
  }

  /** The field whose array grew, null for the JDK's structures and where it is not known. */
  public String grownField() {
    return slot == null ? grownField : slot.name();
  }

  /** Whether calls on it can be told to insert, read or remove: not on what merely holds nodes. */
  public boolean hasCalls() {
    Class<?> c = containerClass();
    return chain == null || (c != null && Collection.class.isAssignableFrom(c));
  }

  /** Whether the container has been collected. */
  public boolean dead() {
    return ref.refersTo(null);
  }

  /** Whether the container is {@code object}. */
  public boolean is(Object object) {
    return object != null && ref.refersTo(object);
  }

  /** Who holds it, or null while that is not known. */
  public OwnerPath path() {
    return path;
  }

  /** Tells who holds it; null when that way leads there no more: another one is sought. */
  public void path(OwnerPath found) {
    path = found;
    lostPaths = 0;
    if (found != null) {
      owner = found.facts();
    } else {
      search.lost();
    }
  }

  /** Who holds it, or did when that was last found out; null when it never was. */
  Owner owner() {
    return owner;
  }

  /** Tells that an owner was sought: the next search is due after a growth, or much later. */
  public void searched(Now now) {
    search.searched(now);
  }

  /** Whether its owner was sought and is not known. */
  public boolean soughtInVain() {
    return path == null && search.made();
  }

  /** Tells that the zoom has seen it in use: it is alive, and worth a reading. */
  public void used() {
    reading.touched();
  }

  // ---- what the registry does ----------------------------------------------------------------

  /**
   * The container, when that keeps nothing dead alive: found through its owner, or once after each
   * growth, because what has grown was alive.
   *
   * @return null when it is dead or when asking is not justified
   */
  Object aliveOrNull() {
    Object held = path == null ? null : path.resolve();
    if (is(held)) {
      return held;
    }
    return reading.takeLoan() ? ref.get() : null;
  }

  /** A growth was noticed. */
  void grew(Now now, long newCapacity, int stack, TimeAxis axis) {
    series.grew(now, newCapacity, stack, axis);
    reading.grew(now);
    search.grew(now);
  }

  /**
   * A reading was made, in a round that writes to {@code slotOfAxis}.
   *
   * @param size what was read, below 0 when that could not be told
   */
  void read(Now now, long size, TimeAxis axis, int slotOfAxis) {
    reading.read(now, series.lastGrowthMillis());
    if (size >= 0) {
      series.read(now, size, axis, slotOfAxis);
    }
  }

  /** From now on the series is that of {@code container}. */
  void hold(Object container) {
    ref = new WeakReference<>(container);
    identityHash = System.identityHashCode(container);
    slot = null;
    look = null;
  }

  /** Whether a growth of {@code field}, null where it is not known, is one of this entry. */
  boolean sameField(String field) {
    String mine = grownField();
    return field == null || mine == null || field.equals(mine);
  }

  /** Whether the path has led nowhere twice in a row. */
  boolean pathLost() {
    return ++lostPaths >= 2;
  }

  void pathHeld() {
    lostPaths = 0;
  }

  SearchPlan search() {
    return search;
  }

  ContainerType type() {
    return type;
  }

  /** How it stores its entries. */
  ContainerFacts.Structure kind() {
    return chain == null ? type.kind() : ContainerFacts.Structure.NODES;
  }

  ReadingPlan reading() {
    return reading;
  }

  ArraySlot slot() {
    return slot;
  }

  void slot(ArraySlot found) {
    slot = found;
  }

  /** The nodes that its field leads to, or null where it is no chain of nodes that grows. */
  Chain chain() {
    return chain;
  }

  void chain(Chain found) {
    chain = found;
  }

  /** What to print instead of {@code java.lang.Class} for the static array of a class. */
  void showAs(String typeName) {
    shownType = typeName;
  }

  SizeGuess.Look look() {
    return look;
  }

  void look(SizeGuess.Look latest) {
    look = latest;
  }

  ElementFacts elements() {
    return elements;
  }

  void elements(ElementFacts sampled) {
    elements = sampled;
  }

  Entry nextInBucket() {
    return nextInBucket;
  }

  void nextInBucket(Entry next) {
    nextInBucket = next;
  }

  boolean removed() {
    return removed;
  }

  void remove() {
    removed = true;
  }
}
