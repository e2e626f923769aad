package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.owner.OwnerPath;
import dev.heapdrift.snapshot.Owner;
import java.lang.ref.WeakReference;

/**
 * A container that grew, or the owner slot in which such containers replace each other; some 200
 * bytes, plus 150 from its second growth on.
 *
 * <p>The container is held weakly and touched as little as that allows: {@link #is} and {@link
 * #dead} compare without strengthening it. Belongs to the agent's thread.
 */
public final class Entry {
  /** Steps of an eighth at most, twice in a row: a copy at each insertion, noticed by chance. */
  private static final int COPY_STEP = 8;

  private final long id;
  private final long noticedMillis;
  private final long noticedEpoch;
  private final String grownField;
  private final ContainerType type;
  private final GrowthSites sites = new GrowthSites();
  private final ReadingPlan reading = new ReadingPlan();
  private final SearchPlan search = new SearchPlan();

  private WeakReference<Object> ref;
  private int identityHash;
  private Entry nextInBucket;
  private OwnerPath path;
  private Owner owner;
  private int lostPaths;
  private History history;
  private ElementFacts elements;
  private String shownType;
  private ArraySlot slot;
  private SizeGuess.Look look;
  private long lastGrowthMillis;
  private long lastRiseMillis;
  private long growths;
  private int smallSteps;
  private long capacity;
  private long size = SizeReader.UNKNOWN;
  private long sizeReadMillis = -1;
  private boolean removed;

  Entry(long id, Object container, ContainerType type, String grownField, Now now) {
    this.id = id;
    this.type = type;
    this.grownField = grownField;
    this.noticedMillis = now.uptimeMillis();
    this.noticedEpoch = now.gcEpoch();
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

  /** {@link System#identityHashCode} of the container. */
  public int identityHash() {
    return identityHash;
  }

  /** The field whose array grew, null for the JDK's structures and where it is not known. */
  public String grownField() {
    return slot == null ? grownField : slot.name();
  }

  /** Whether the container has been collected. */
  public boolean dead() {
    return ref.refersTo(null);
  }

  /** Whether the container is {@code object}. */
  public boolean is(Object object) {
    return object != null && ref.refersTo(object);
  }

  /**
   * The container, when that keeps nothing dead alive: found through its owner, or once after each
   * growth, because what has grown was alive.
   *
   * @return null when it is dead or when asking is not justified
   */
  public Object aliveOrNull() {
    Object held = path == null ? null : path.resolve();
    if (is(held)) {
      return held;
    }
    return reading.takeLoan() ? ref.get() : null;
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

  /** Growths noticed. */
  public long growths() {
    return growths;
  }

  /** Largest capacity it asked for, in entries. */
  public long capacity() {
    return capacity;
  }

  /** Entries when last read, -1 when never. */
  public long size() {
    return size;
  }

  /** JVM uptime in ms at which its capacity or its size last reached a new maximum. */
  public long lastRiseMillis() {
    return lastRiseMillis;
  }

  // ---- what the registry does ----------------------------------------------------------------

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
    reading.grew(now);
    search.grew(now);
    if (growths == 2 && history == null) {
      history = new History(axis);
    }
  }

  /** A size was read; in a round that writes to {@code slotOfAxis}. */
  void sizeRead(Now now, long read, TimeAxis axis, int slotOfAxis) {
    reading.read(now, lastGrowthMillis);
    if (read < 0) {
      return;
    }
    if (read > size && size >= 0) {
      lastRiseMillis = now.uptimeMillis();
    }
    size = read;
    sizeReadMillis = now.uptimeMillis();
    if (history != null) {
      history.add(axis, slotOfAxis, read);
    }
  }

  /** Takes over the series of a container that turned out to be the next one of this slot. */
  void absorb(Entry younger, TimeAxis axis) {
    growths += younger.growths;
    sites.addAll(younger.sites);
    capacity = Math.max(capacity, younger.capacity);
    lastGrowthMillis = Math.max(lastGrowthMillis, younger.lastGrowthMillis);
    lastRiseMillis = Math.max(lastRiseMillis, younger.lastRiseMillis);
    smallSteps = Math.max(smallSteps, younger.smallSteps);
    if (history == null) {
      history = new History(axis);
    }
    if (younger.history != null) {
      history.merge(axis, younger.history);
    }
  }

  /** From now on the series is that of {@code container}. */
  void hold(Object container) {
    ref = new WeakReference<>(container);
    identityHash = System.identityHashCode(container);
    slot = null;
    look = null;
  }

  /** Whether it grew again later than when it was noticed. */
  public boolean keepsGrowing() {
    return lastGrowthMillis > noticedMillis || (growths == 0 && lastRiseMillis > noticedMillis);
  }

  /** Whether it was seen growing twice; once where it was large before anybody looked. */
  boolean grewAgain() {
    return growths > 1 || (history != null && lastRiseMillis > 0);
  }

  /** It was large before anybody looked: its history begins now, and not with a growth. */
  void follow(TimeAxis axis) {
    history = new History(axis);
  }

  /** Whether a growth to that capacity was counted at the same time, or a larger one ever. */
  boolean counted(long grownTo, Now now) {
    return grownTo < capacity || (grownTo == capacity && lastGrowthMillis == now.uptimeMillis());
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

  boolean copiesOnWrite() {
    return smallSteps >= 2;
  }

  SearchPlan search() {
    return search;
  }

  ContainerType type() {
    return type;
  }

  ReadingPlan reading() {
    return reading;
  }

  GrowthSites sites() {
    return sites;
  }

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

  ArraySlot slot() {
    return slot;
  }

  void slot(ArraySlot found) {
    slot = found;
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
