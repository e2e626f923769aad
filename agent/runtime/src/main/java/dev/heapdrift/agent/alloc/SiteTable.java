package dev.heapdrift.agent.alloc;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/**
 * Allocation sites by number. A site keeps its number for the life of the agent, also when its
 * class is transformed again; 0 is nobody's number. At most {@link #MOST}.
 *
 * <p>Classes load on any thread: {@link #add} takes a lock, under which nothing but this class
 * runs. {@link #get} and {@link #size} take none. Held in arrays, for a large application has a
 * hundred thousand sites: 64 bytes each.
 */
public final class SiteTable {

  /** Sites in the life of the agent. */
  public static final int MOST = 1 << 18;

  /** Name under which sites without a number are counted; a fixed bound. */
  static final String BOUND = "allocation-sites";

  private static final int FIRST = 1024;

  private final Object lock = new Object();
  private volatile AllocationSite[] sites;
  private int[] loaders;

  /** Numbers of sites by the hash of their instruction; open addressing, at most half full. */
  private int[] index;

  private final int first;
  private volatile int size;
  private volatile long refused;

  /** Creates an empty table. */
  public SiteTable() {
    this(1);
  }

  /**
   * Creates an empty table that gives out no number below {@code first}: an agent that has left may
   * have left hooks behind that call by such numbers.
   */
  SiteTable(int first) {
    int length = Math.max(FIRST, 2 * Integer.highestOneBit(first));
    this.first = first;
    this.size = first;
    this.sites = new AllocationSite[length];
    this.loaders = new int[length];
    this.index = new int[2 * length];
  }

  /**
   * The number of a site, which is a new one when the site has none yet.
   *
   * @param loader defining loader of the site's class, null for the JVM's own; not kept
   * @return 0 when the table is full: the site must not be hooked
   */
  public int add(ClassLoader loader, AllocationSite site) {
    int identity = System.identityHashCode(loader);
    synchronized (lock) {
      int slot = slotOf(identity, site);
      if (index[slot] != 0) {
        return index[slot];
      }
      if (size >= MOST) {
        refused++;
        return 0;
      }
      int number = size;
      if (number == sites.length) {
        grow();
        slot = slotOf(identity, site);
      }
      sites[number] = site;
      loaders[number] = identity;
      index[slot] = number;
      size = number + 1; // publishes the site
      return number;
    }
  }

  /**
   * The site of that number.
   *
   * @throws IndexOutOfBoundsException when {@link #add} never gave it out
   */
  public AllocationSite get(int number) {
    if (number < first || number >= size) {
      throw new IndexOutOfBoundsException(number);
    }
    return sites[number];
  }

  /** The sites of all classes of these names. */
  BitSet in(Set<String> classNames) {
    BitSet found = new BitSet();
    for (int number = first; number < size; number++) {
      if (classNames.contains(sites[number].className())) {
        found.set(number);
      }
    }
    return found;
  }

  /** One more than the highest number. */
  public int size() {
    return size;
  }

  /** Sites in the table. */
  int count() {
    return size - first;
  }

  /** Sites that got no number. */
  public long refused() {
    return refused;
  }

  private int slotOf(int loader, AllocationSite site) {
    int mask = index.length - 1;
    int slot = spread(loader, site) & mask;
    while (index[slot] != 0 && !same(index[slot], loader, site)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean same(int number, int loader, AllocationSite site) {
    return loaders[number] == loader && sites[number].sameInstruction(site);
  }

  private static int spread(int loader, AllocationSite site) {
    int hash = (loader * 31 + site.instructionHash()) * 0x9e3779b9;
    return hash ^ (hash >>> 15);
  }

  private void grow() {
    int length = 2 * sites.length;
    loaders = Arrays.copyOf(loaders, length);
    sites = Arrays.copyOf(sites, length);
    index = new int[2 * length];
    for (int number = first; number < size; number++) {
      index[slotOf(loaders[number], sites[number])] = number;
    }
  }
}
