package dev.heapdrift.agent.snapshots;

import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stacks of one snapshot, each once. */
final class StackTable {
  private final List<List<Frame>> stacks;
  private final Map<List<Frame>, Integer> indexes = new HashMap<>();

  /** A table that begins with these; their indexes stay as they are. */
  StackTable(List<List<Frame>> first) {
    stacks = new ArrayList<>(first);
    for (int i = 0; i < first.size(); i++) {
      indexes.put(first.get(i), i);
    }
  }

  /** Where this stack is; it is added when it is not there yet. */
  int index(List<Frame> stack) {
    Integer known = indexes.putIfAbsent(stack, stacks.size());
    if (known != null) {
      return known;
    }
    stacks.add(stack);
    return stacks.size() - 1;
  }

  /** All of them, by index. */
  List<List<Frame>> all() {
    return stacks;
  }
}
