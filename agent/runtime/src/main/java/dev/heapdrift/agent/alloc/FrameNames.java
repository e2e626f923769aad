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

  /** Stacks with all their lines, by the methods on them. */
  private final Map<List<String>, List<Frame>> whole = new HashMap<>();

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

  /** The stack, with the files and lines that it has lost where they are known by now. */
  List<Frame> restored(List<Frame> frames) {
    boolean faded = frames.stream().anyMatch(f -> isFaded(f.fileName(), f.line()));
    List<String> methods = frames.stream().map(Frame::method).toList();
    if (!faded) {
      whole.putIfAbsent(methods, frames);
      return frames;
    }
    List<Frame> before = whole.get(methods);
    if (before == null) {
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

  /** Frames kept. */
  int size() {
    return shared.size();
  }

  private static boolean isFaded(String file, int line) {
    return file == null && line != NATIVE;
  }
}
