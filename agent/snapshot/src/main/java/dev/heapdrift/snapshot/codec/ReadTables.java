package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of strings, frames, stack nodes and stacks, as they are read. */
final class ReadTables {
  private final NamePool pool;
  private final List<String> strings = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final List<List<Frame>> stacks = new ArrayList<>();
  // The tree, by node number from 1: parent, frame and depth.
  private int[] parents = new int[64];
  private int[] nodeFrames = new int[64];
  private int[] depths = new int[64];
  private int nodes;
  private long stackFrames;

  ReadTables(NamePool pool) {
    this.pool = pool;
    pool.begin(strings);
  }

  List<List<Frame>> stacks() {
    return stacks;
  }

  void readStrings(ByteSource in) throws SnapshotFormatException {
    for (int n = room(in, strings.size()); n > 0; n--) {
      strings.add(pool.string(in, in.count()));
    }
  }

  void readFrames(ByteSource in) throws SnapshotFormatException {
    for (int n = room(in, frames.size()); n > 0; n--) {
      frames.add(pool.share(new Frame(string(in), string(in), stringOrNull(in), in.int32())));
    }
  }

  void readNodes(ByteSource in) throws SnapshotFormatException {
    int count = room(in, nodes);
    int capacity = nodes + count + 1;
    if (capacity > parents.length) {
      int grown = Math.max(capacity, parents.length * 2);
      parents = Arrays.copyOf(parents, grown);
      nodeFrames = Arrays.copyOf(nodeFrames, grown);
      depths = Arrays.copyOf(depths, grown);
    }
    for (int n = count; n > 0; n--) {
      int parent = in.index(nodes + 1, "a stack node");
      int frame = in.index(frames.size() + 1, "a frame");
      int depth = depths[parent] + 1;
      if (frame == 0 || depth > SnapshotFormat.MAX_STACK_DEPTH) {
        throw in.problem(frame == 0 ? "a stack node without a frame" : "a stack is too deep");
      }
      nodes++;
      parents[nodes] = parent;
      nodeFrames[nodes] = frame;
      depths[nodes] = depth;
    }
  }

  void readStacks(ByteSource in) throws SnapshotFormatException {
    for (int n = room(in, stacks.size()); n > 0; n--) {
      int node = in.index(nodes + 1, "a stack node");
      stackFrames += depths[node];
      if (stackFrames > SnapshotFormat.MAX_STACK_FRAMES) {
        throw in.problem("the stacks have too many frames");
      }
      Frame[] stack = new Frame[depths[node]];
      int at = node;
      for (int i = 0; i < stack.length; i++) {
        stack[i] = frames.get(nodeFrames[at] - 1);
        at = parents[at];
      }
      stacks.add(pool.share(List.of(stack)));
    }
  }

  String string(ByteSource in) throws SnapshotFormatException {
    String text = stringOrNull(in);
    if (text == null) {
      throw in.problem("a name is missing");
    }
    return text;
  }

  String stringOrNull(ByteSource in) throws SnapshotFormatException {
    int number = in.index(strings.size() + 1, "a string");
    return number == 0 ? null : strings.get(number - 1);
  }

  Frame frame(ByteSource in) throws SnapshotFormatException {
    int number = in.index(frames.size() + 1, "a frame");
    if (number == 0) {
      throw in.problem("a frame is missing");
    }
    return frames.get(number - 1);
  }

  private static int room(ByteSource in, int size) throws SnapshotFormatException {
    int count = in.count();
    if (size + count > SnapshotFormat.MAX_TABLE) {
      throw in.problem("a table has too many entries");
    }
    return count;
  }
}
