package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where objects were allocated.
 *
 * @param frames most recent frame first
 * @param totalFrames frames the stack had before it was cut to the limit
 */
public record Traceback(List<Frame> frames, int totalFrames) {

  /** Copies the list, so that the traceback never changes. */
  public Traceback {
    frames = List.copyOf(frames);
  }

  /** All frames, most recent first. */
  public List<String> format() {
    return format(0, true);
  }

  /**
   * The frames as lines of a Java stack trace.
   *
   * @param limit 0 for all frames, {@code n} for the {@code n} most recent, {@code -n} for the
   *     {@code n} oldest
   * @param mostRecentFirst the order of the lines
   */
  public List<String> format(int limit, boolean mostRecentFirst) {
    int size = frames.size();
    int from = limit < 0 ? Math.max(0, size + limit) : 0;
    int to = limit > 0 ? Math.min(limit, size) : size;
    List<String> lines = new ArrayList<>();
    for (Frame frame : frames.subList(from, to)) {
      lines.add("    at " + frame.print());
    }
    if (!mostRecentFirst) {
      Collections.reverse(lines);
    }
    return lines;
  }

  /** The most recent frame, {@code com.app.Orders.find(Orders.java:42)}. */
  @Override
  public String toString() {
    return frames.isEmpty() ? "no stack" : frames.get(0).print();
  }
}
