package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives frames that lost the name of their source file the one that other frames of their class
 * have.
 *
 * <p>A stack that was taken before its class was redefined and named afterwards has lost the file
 * (HotSpot, Backtrace::get_source_file_name); without this, one line would make two groups.
 */
public final class SourceFiles {
  private final Map<String, String> byClass = new HashMap<>();

  /** Learns the files of all frames of some snapshots. */
  public SourceFiles(Snapshot... snapshots) {
    for (Snapshot snapshot : snapshots) {
      snapshot.stacks().forEach(stack -> stack.forEach(this::learn));
    }
  }

  private void learn(Frame frame) {
    if (frame.fileName() != null) {
      byClass.putIfAbsent(frame.className(), frame.fileName());
    }
  }

  /** The stack with the files that are known. */
  public List<Frame> complete(List<Frame> stack) {
    for (Frame frame : stack) {
      if (frame.fileName() == null && byClass.containsKey(frame.className())) {
        return stack.stream().map(this::complete).toList();
      }
    }
    return stack;
  }

  private Frame complete(Frame frame) {
    return frame.fileName() != null
        ? frame
        : new Frame(
            frame.className(), frame.methodName(), byClass.get(frame.className()), frame.line());
  }

  /** The printed line of a frame, {@code Orders.java:42}; the class stands in for a lost file. */
  public static String line(Frame frame) {
    return frame.line() < 0 ? file(frame) : file(frame) + ':' + frame.line();
  }

  /** The source file of a frame, {@code Orders.java}; the class stands in for a lost file. */
  public static String file(Frame frame) {
    return frame.fileName() != null ? frame.fileName() : frame.className();
  }
}
