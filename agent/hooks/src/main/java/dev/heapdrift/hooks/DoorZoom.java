package dev.heapdrift.hooks;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the call sites of zoomed classes call: counts, by site, the calls of a few watched
 * containers. A site whose classes are set back, or that an agent has left behind, counts nothing.
 *
 * <p>Any thread; no lock, and no allocation but for the first stranger and the first inserter that
 * a site meets. The same rules as in {@link Door}.
 */
public final class DoorZoom {

  private static volatile Site[] sites = new Site[0];

  private DoorZoom() {}

  /** The zoomed call site {@code site} is about to call {@code receiver}, null where static. */
  public static void calling(Object receiver, int site) {
    count(receiver, null, site, false);
  }

  /** As {@link #calling}, to insert, in a method of {@code inserter}. */
  public static void inserting(Object receiver, Object inserter, int site) {
    count(receiver, inserter, site, false);
  }

  /** The call of {@code receiver} at a zoomed site has returned an entry, or null for none. */
  public static void returned(Object entry, Object receiver, int site) {
    count(receiver, null, site, entry != null);
  }

  /** The call of {@code receiver} at a zoomed site has told whether it found an entry. */
  public static void returned(boolean found, Object receiver, int site) {
    count(receiver, null, site, found);
  }

  private static void count(Object receiver, Object inserter, int site, boolean found) {
    Site[] all = sites;
    if (site < all.length && all[site] != null) {
      all[site].count(receiver, inserter, found);
    }
  }

  /** Publishes the sites that {@link #calling} may count at; indexed by site, with gaps. */
  public static void sites(Site[] all) {
    sites = all;
  }

  static void clear() {
    sites = new Site[0];
  }

  /** A call site that inserts into, reads or empties one of a few watched containers. */
  public static final class Site {
    private volatile Target[] targets = new Target[0];

    /** Calls of anything that is not watched. */
    public final LongAdder others = new LongAdder();

    /** A receiver that was not watched, for the agent to look at; it takes it out again. */
    private final AtomicReferenceArray<WeakReference<Object>> stranger =
        new AtomicReferenceArray<>(1);

    /** Creates a site that watches nothing yet. */
    public Site() {}

    /** Replaces what is watched here. */
    public void watch(Target[] now) {
      targets = now;
    }

    /** Takes the last unknown receiver, or null. */
    public WeakReference<Object> takeStranger() {
      return stranger.getAndSet(0, null);
    }

    void count(Object receiver, Object inserter, boolean found) {
      for (Target target : targets) {
        if (target.ref.refersTo(receiver)) {
          target.calls.increment();
          if (found) {
            target.found.increment();
          }
          if (inserter != null && target.inserter == null) {
            target.inserter = weak(inserter);
          }
          return;
        }
      }
      others.increment();
      if (stranger.get(0) == null && receiver != null) {
        stranger.set(0, weak(receiver));
      }
    }

    private static WeakReference<Object> weak(Object seen) {
      try {
        return new WeakReference<>(seen);
      } catch (Throwable t) {
        Door.noteFailure(); // out of memory
        return null;
      }
    }
  }

  /** A watched container, or a wrapper through which it is used, and its counts at one site. */
  public static final class Target {
    /** The receiver that counts. */
    public final WeakReference<Object> ref;

    /** Calls that ran with that receiver. */
    public final LongAdder calls = new LongAdder();

    /** Those of them that returned an entry, or true. */
    public final LongAdder found = new LongAdder();

    /** The first object whose method was seen to insert; it may hold the container. */
    public volatile WeakReference<Object> inserter;

    /** Creates a target that counts calls on the referent of {@code ref}. */
    public Target(WeakReference<Object> ref) {
      this.ref = ref;
    }
  }
}
