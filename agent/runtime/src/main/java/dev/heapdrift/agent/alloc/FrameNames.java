package dev.heapdrift.agent.alloc;

import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames by name, each kept once, and the lines of those that have lost theirs. Agent thread only.
 *
 * <p>A method that has been running since before its class was retransformed runs on in its old
 * code, and HotSpot looks its frames up in the new one: the file is missing, the line often too.
 * The line of an allocating frame is known from its site; that of a calling one is taken from a
 * stack that was captured before and is the same otherwise.
 */
final class FrameNames {

  /** Line of a native method, as in {@link StackTraceElement}. */
  private static final int NATIVE = -2;

  private final Map<Frame, Frame> shared = new HashMap<>();

  /** Stacks with all their lines, by a hash of the methods on them. */
  private final Map<Long, List<Frame>> whole = new HashMap<>();

  /** A frame; {@code site} is where it allocates, or null when it only calls. */
  Frame frame(StackTraceElement e, AllocationSite site) {
    boolean faded = isFaded(e.getFileName(), e.getLineNumber());
    boolean atSite =
        faded
            && site != null
            && site.className().equals(e.getClassName())
            && site.method().equals(e.getMethodName());
    Frame frame =
        atSite
            ? site.frame()
            : new Frame(e.getClassName(), e.getMethodName(), e.getFileName(), e.getLineNumber());
    Frame same = shared.putIfAbsent(frame, frame);
    return same == null ? frame : same;
  }

  /** The same, remembered to restore others by when it is whole. */
  List<Frame> learnt(List<Frame> frames) {
    if (!isFaded(frames)) {
      whole.putIfAbsent(hash(frames), frames);
      return frames;
    }
    return restored(frames);
  }

  /** The stack, with the files and lines that it has lost where they are known by now. */
  List<Frame> restored(List<Frame> frames) {
    List<Frame> before = isFaded(frames) ? whole.get(hash(frames)) : null;
    if (before == null || !sameMethods(frames, before)) {
      return frames;
    }
    List<Frame> restored = new ArrayList<>(frames.size());
    for (int i = 0; i < frames.size(); i++) {
      restored.add(restored(frames.get(i), before.get(i)));
    }
    return List.copyOf(restored);
  }

  private static Frame restored(Frame frame, Frame before) {
    if (!isFaded(frame.fileName(), frame.line())) {
      return frame;
    }
    int line = frame.line() >= 0 ? frame.line() : before.line();
    return new Frame(frame.className(), frame.methodName(), before.fileName(), line);
  }

  /** Whether two stacks are the same but for lines that one of them has lost. */
  static boolean same(List<Frame> frames, List<Frame> others) {
    boolean same = sameMethods(frames, others);
    for (int i = 0; same && i < frames.size(); i++) {
      Frame one = frames.get(i);
      Frame other = others.get(i);
      same =
          one.line() == other.line()
              || isFaded(one.fileName(), one.line())
              || isFaded(other.fileName(), other.line());
    }
    return same;
  }

  /** Of the methods alone; strings know their hash, so that this allocates nothing. */
  private static long hash(List<Frame> frames) {
    long hash = frames.size();
    for (Frame frame : frames) {
      hash = 31 * (31 * hash + frame.className().hashCode()) + frame.methodName().hashCode();
    }
    return hash;
  }

  private static boolean sameMethods(List<Frame> frames, List<Frame> others) {
    boolean same = frames.size() == others.size();
    for (int i = 0; same && i < frames.size(); i++) {
      same =
          frames.get(i).className().equals(others.get(i).className())
              && frames.get(i).methodName().equals(others.get(i).methodName());
    }
    return same;
  }

  private static boolean isFaded(List<Frame> frames) {
    for (Frame frame : frames) {
      if (isFaded(frame.fileName(), frame.line())) {
        return true;
      }
    }
    return false;
  }

  /** Frames kept. */
  int size() {
    return shared.size();
  }

  private static boolean isFaded(String file, int line) {
    return file == null && line != NATIVE;
  }
}
