package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Allocation stacks by number. A stack seen before costs a hash of its frames; for a new one the
 * Throwable is kept until the agent's thread has made its names.
 *
 * <p>Of a stack the limit's worth of frames is kept: the most recent ones, but as many less as it
 * takes to keep the first frame of the application too. With a limit of one that frame is all. A
 * site whose line is known without walking is a stack of its own: its number, negated.
 *
 * <p>{@link #find} runs on application threads, inside the door's guard; the rest on the agent's.
 */
final class StackTable {

  /** What {@link #find} answers when the stack is not the application's or finds no room. */
  static final int NONE = 0;

  private static final int NOT_APPLICATION = -1;

  /** More frames of ours than ever stand above the allocating one. */
  private static final int OUR_FRAMES = 8;

  /** A stack as it was captured at a site; its frames from the {@code from}th on are kept. */
  private record Pending(int stack, Throwable thrown, int from, int site, Pending next) {}

  /** A stack with names; with a limit of one its total is one too, for most are not walked. */
  record Named(List<Frame> frames, int total) {}

  private final int limit;
  private final int most;
  private final SiteTable sites;
  private final Class<?>[] ours;
  private final Predicate<String> application;
  private final boolean everything;
  private final Heap heap;
  private final long loader;
  private final Backtrace.Layout layout;
  private final HashTable known;
  private final AtomicInteger next = new AtomicInteger(1);
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicReference<Pending> pending = new AtomicReference<>();
  private final List<Named> named = new ArrayList<>();
  private final FrameNames names = new FrameNames();

  /**
   * Creates an empty table.
   *
   * @param ours classes whose frames stand above the allocating one
   * @param scope what counts as the application
   */
  StackTable(Heap heap, SiteTable sites, Limits limits, Scope scope, Class<?>... ours) {
    this.heap = heap;
    this.sites = sites;
    this.limit = limits.frames();
    this.most = limits.maxTraces();
    this.ours = ours.clone();
    this.application = scope.application();
    this.everything = scope.everything();
    this.loader = heap.offset(Class.class, "classLoader");
    this.layout = new Backtrace.Layout(heap);
    this.known = new HashTable(2 * most);
  }

  /**
   * What counts as the application.
   *
   * @param application tells it by the name of a class
   * @param everything whether stacks without any such frame are kept too
   */
  record Scope(Predicate<String> application, boolean everything) {}

  /** Number of the stack of {@code thrown}, captured at {@code site}, or {@link #NONE}. */
  int find(Throwable thrown, int site) {
    Backtrace frames = layout.of(thrown);
    if (frames == null) {
      return NONE;
    }
    int first = skipOurs(frames);
    int at = first;
    for (boolean more = first >= 0; more; more = frames.advance(), at++) {
      frames.mix();
      if (blames(frames)) {
        int from = Math.max(first, at - limit + 1);
        return limit == 1
            ? stack(frames, thrown, at, site)
            : deeper(frames, thrown, from, at, site);
      }
    }
    if (!everything || first < 0) {
      return NONE;
    }
    frames.mix(layout.depth(thrown));
    return stack(frames, thrown, first, site);
  }

  /** The index of the first frame that is not ours; -1 when there is none. */
  private int skipOurs(Backtrace frames) {
    int at = 0;
    while (frames.advance()) {
      if (at >= OUR_FRAMES || !isOurs(frames.declaring())) {
        return at;
      }
      at++;
    }
    return -1;
  }

  private boolean isOurs(Class<?> declaring) {
    for (Class<?> c : ours) {
      if (c == declaring) {
        return true;
      }
    }
    return false;
  }

  /** Whether the present frame is the application's; remembered by all that leads to it. */
  private boolean blames(Backtrace frames) {
    Class<?> declaring = frames.declaring();
    if (heap.reference(declaring, loader) == null) {
      return false; // the JVM's own loader: no class is asked for its name
    }
    int verdict = known.get(frames.hash());
    if (verdict == HashTable.ABSENT) {
      if (application.test(declaring.getName())) {
        return true;
      }
      known.putIfAbsent(frames.hash(), NOT_APPLICATION);
    }
    return verdict >= 0;
  }

  /** With more than one frame the stack goes on below the application's first. */
  private int deeper(Backtrace frames, Throwable thrown, int from, int at, int site) {
    if (limit > 1) {
      known.putIfAbsent(frames.hash(), 0);
    }
    for (int i = at + 1; i < from + limit && frames.advance(); i++) {
      frames.mix();
    }
    frames.mix(layout.depth(thrown));
    return stack(frames, thrown, from, site);
  }

  private int stack(Backtrace frames, Throwable thrown, int from, int site) {
    int stack = known.get(frames.hash());
    if (stack > 0) {
      return stack;
    }
    int fresh = next.get() < most ? next.getAndIncrement() : most;
    if (fresh >= most) {
      dropped.getAndIncrement();
      return NONE;
    }
    stack = known.putIfAbsent(frames.hash(), fresh);
    if (stack == fresh) {
      Pending before;
      Pending mine;
      do {
        before = pending.get();
        mine = new Pending(fresh, thrown, from, site, before);
      } while (!pending.compareAndSet(before, mine));
    }
    return stack;
  }

  /** Gives names to the stacks that have none yet; before classes on them are retransformed. */
  void resolve() {
    for (Pending each = pending.getAndSet(null); each != null; each = each.next) {
      StackTraceElement[] elements = each.thrown.getStackTrace();
      List<Frame> frames = new ArrayList<>();
      for (int i = each.from; i < elements.length && frames.size() < limit; i++) {
        frames.add(names.frame(elements[i], frames.isEmpty() ? sites.get(each.site) : null));
      }
      int total = limit == 1 ? 1 : elements.length - each.from;
      while (named.size() <= each.stack) {
        named.add(null);
      }
      named.set(each.stack, new Named(names.learnt(List.copyOf(frames)), total));
    }
  }

  /** The frames of a stack; call {@link #resolve} before. Null for a number nobody has. */
  Named named(int stack) {
    if (stack < 0) {
      return new Named(List.of(sites.get(-stack).frame()), 1);
    }
    Named known = stack < named.size() ? named.get(stack) : null;
    return known == null ? null : new Named(names.restored(known.frames), known.total);
  }

  /** Allocations whose stack found no room. */
  long dropped() {
    return dropped.get();
  }

  /** Bytes the table keeps, about: 48 bytes a frame besides its names. */
  long bytes() {
    return known.bytes() + 48L * names.size() + 40L * named.size();
  }
}
