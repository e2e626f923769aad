package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers strings, frames and stack nodes as they are first met. Before a block that refers to new
 * entries is written, {@link #flush} writes these; so a block only refers to what precedes it, and
 * a truncated file can be read up to where it ends.
 */
final class WriteTables {
  /**
   * Odd, so that distinct keys stay distinct, and spreads them (Fibonacci hashing; Knuth, The Art
   * of Computer Programming 3, 6.4). Parents and frames are numbered side by side: their bits alone
   * cancel out in a Long's hash, and the map would have them in trees.
   */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Map<String, Integer> strings = new HashMap<>();
  private final Map<Frame, Integer> frames = new HashMap<>();
  private final Map<Long, Integer> nodes = new HashMap<>();
  private final PendingBlock newStrings = new PendingBlock(SnapshotFormat.STRINGS);
  private final PendingBlock newFrames = new PendingBlock(SnapshotFormat.FRAMES);
  private final PendingBlock newNodes = new PendingBlock(SnapshotFormat.STACK_NODES);

  /** Number of the string from 1, or 0 for null. */
  int string(String text) {
    if (text == null) {
      return 0;
    }
    Integer known = strings.get(text);
    if (known != null) {
      return known;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    ByteSink out = newStrings.item();
    out.varint(utf8.length);
    out.raw(utf8, utf8.length);
    return number(strings, text);
  }

  /** Number of the frame from 1. */
  int frame(Frame frame) {
    Integer known = frames.get(frame);
    if (known != null) {
      return known;
    }
    int className = string(frame.className());
    int methodName = string(frame.methodName());
    int fileName = string(frame.fileName());
    ByteSink out = newFrames.item();
    out.varint(className);
    out.varint(methodName);
    out.varint(fileName);
    out.zigzag(frame.line());
    return number(frames, frame);
  }

  /** Number from 1 of the node of the stack's most recent frame, or 0 for a stack of no frames. */
  int stack(List<Frame> stack) {
    int parent = 0;
    for (int i = stack.size() - 1; i >= 0; i--) {
      parent = node(parent, frame(stack.get(i)));
    }
    return parent;
  }

  private int node(int parent, int frame) {
    Long key = SPREAD * ((long) parent << 32 | frame);
    Integer known = nodes.get(key);
    if (known != null) {
      return known;
    }
    ByteSink out = newNodes.item();
    out.varint(parent);
    out.varint(frame);
    return number(nodes, key);
  }

  /** Writes what is new since the last flush, in the order in which it refers to itself. */
  void flush(BlockWriter out) throws IOException {
    newStrings.flush(out);
    newFrames.flush(out);
    newNodes.flush(out);
  }

  private static <K> int number(Map<K, Integer> table, K key) {
    int number = table.size() + 1;
    if (number > SnapshotFormat.MAX_TABLE) {
      throw new IllegalArgumentException("more than " + SnapshotFormat.MAX_TABLE + " entries");
    }
    table.put(key, number);
    return number;
  }
}
