package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Stacks by number: a stack that was seen before costs a hash of its frames, and only a new one
 * their names. At most {@link #MAX_STACKS}; numbers of stacks that no container uses any more are
 * given out again. Belongs to the agent's thread.
 */
public final class StackInterner {
  /** Different stacks kept; with 64 frames each some 3 MB. */
  static final int MAX_STACKS = 4096;

  /** Name under which unknown stacks are counted; a fixed bound. */
  static final String BOUND = "growth-stacks";

  /** What {@link #intern} answers when there is no room. */
  public static final int NONE = -1;

  /** A list of frames and its entries in two maps, in bytes. */
  private static final long BYTES_PER_STACK = 200;

  /** A frame with its entry in the map; its names are mostly shared. */
  private static final long BYTES_PER_FRAME = 120;

  /** A place in a stack. */
  private static final long BYTES_PER_PLACE = 4;

  /** More than the door and its constructors ever put on top of the growth method. */
  private static final int DOOR_FRAMES = 8;

  private static final String[] DOORS = {"java.lang.HeapdriftDoor", "dev.heapdrift.hooks.Door"};

  private final int depth;
  private final BacktraceHash hashes;
  private final Map<Long, Integer> byHash = new HashMap<>();
  private final Map<List<Frame>, Integer> byFrames = new HashMap<>();
  private final Map<Frame, Frame> shared = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final List<List<Frame>> stacks = new ArrayList<>();
  private final BitSet free = new BitSet();
  private long dropped;

  /**
   * Creates an empty table.
   *
   * @param heap for hashing, or null to compare by names only
   * @param depth frames kept of each stack
   */
  public StackInterner(Heap heap, int depth) {
    this.depth = depth;
    this.hashes = new BacktraceHash(heap);
  }

  /** Number of the stack of {@code thrown} without the door's own frames, or {@link #NONE}. */
  public int intern(Throwable thrown) {
    long hash = hashes.of(thrown, depth + DOOR_FRAMES);
    Integer known = hash == 0 ? null : byHash.get(hash);
    if (known != null) {
      return known;
    }
    int stack = number(framesOf(thrown));
    if (hash != 0 && stack != NONE) {
      if (byHash.size() >= 2 * MAX_STACKS) {
        byHash.clear(); // hashes of lambdas and reloaded classes that never come back
      }
      byHash.put(hash, stack);
    }
    return stack;
  }

  /** The frames of a stack, most recent first. */
  public List<Frame> frames(int stack) {
    return stacks.get(stack);
  }

  /** Whether {@link #retain} is needed before long. */
  public boolean crowded() {
    return stacks.size() - free.cardinality() > MAX_STACKS * 3 / 4;
  }

  /** Gives up all stacks but those in {@code used}. */
  public void retain(BitSet used) {
    byHash.clear();
    shared.clear();
    files.clear();
    byFrames.values().removeIf(stack -> !used.get(stack));
    for (int stack = 0; stack < stacks.size(); stack++) {
      if (used.get(stack)) {
        stacks.get(stack).forEach(this::share);
      } else {
        stacks.set(stack, List.of());
        free.set(stack);
      }
    }
  }

  /** Heap that the table holds, in bytes, about. */
  public long bytes() {
    long frames = 0;
    for (List<Frame> stack : stacks) {
      frames += stack.size();
    }
    return BYTES_PER_STACK * byHash.size()
        + BYTES_PER_FRAME * shared.size()
        + BYTES_PER_PLACE * frames;
  }

  /** Growths whose stack found no room. */
  long dropped() {
    return dropped;
  }

  private int number(List<Frame> frames) {
    Integer known = byFrames.get(frames);
    if (known != null) {
      return known;
    }
    int same = frames.stream().anyMatch(this::isFaded) ? original(frames) : NONE;
    if (same != NONE) {
      return same;
    }
    int stack = free.nextSetBit(0);
    if (stack >= 0) {
      free.clear(stack);
      stacks.set(stack, frames);
    } else if (stacks.size() < MAX_STACKS) {
      stack = stacks.size();
      stacks.add(frames);
    } else {
      dropped++;
      return NONE;
    }
    byFrames.put(frames, stack);
    return stack;
  }

  private List<Frame> framesOf(Throwable thrown) {
    StackTraceElement[] elements = thrown.getStackTrace();
    int first = 0;
    while (first < elements.length && isDoor(elements[first].getClassName())) {
      first++;
    }
    List<Frame> frames = new ArrayList<>();
    for (int i = first; i < elements.length && frames.size() < depth; i++) {
      StackTraceElement e = elements[i];
      frames.add(
          share(
              new Frame(e.getClassName(), e.getMethodName(), e.getFileName(), e.getLineNumber())));
    }
    return List.copyOf(frames);
  }

  private Frame share(Frame frame) {
    if (frame.fileName() != null) {
      files.putIfAbsent(frame.className(), frame.fileName());
    }
    Frame same = shared.putIfAbsent(frame, frame);
    return same == null ? frame : same;
  }

  /**
   * A stack that was captured before one of its classes was retransformed and is named after that
   * has lost the file of the class, and the line where the old method is gone: HotSpot looks both
   * up in the class's present version.
   */
  private boolean isFaded(Frame frame) {
    return frame.fileName() == null && files.containsKey(frame.className());
  }

  /** The stack that a faded one is, as far as one can tell. */
  private int original(List<Frame> faded) {
    for (int stack = 0; stack < stacks.size(); stack++) {
      List<Frame> frames = stacks.get(stack);
      boolean alike = frames.size() == faded.size();
      for (int i = 0; alike && i < frames.size(); i++) {
        alike = fadedFrom(faded.get(i), frames.get(i));
      }
      if (alike) {
        return stack;
      }
    }
    return NONE;
  }

  private static boolean fadedFrom(Frame faded, Frame frame) {
    boolean sameLine = faded.line() == frame.line() || faded.line() < 0;
    boolean sameFile =
        Objects.equals(faded.fileName(), frame.fileName()) || faded.fileName() == null;
    return sameLine && sameFile && faded.method().equals(frame.method());
  }

  private static boolean isDoor(String className) {
    return className.startsWith(DOORS[0]) || className.startsWith(DOORS[1]);
  }
}
