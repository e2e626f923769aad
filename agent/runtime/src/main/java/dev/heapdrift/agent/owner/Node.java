package dev.heapdrift.agent.owner;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An object that a walk came to, and how; strong only for the walk's duration. 32 bytes, of which a
 * walk keeps those that wait and their ancestors, as far as {@link #shortened} leaves them.
 */
final class Node {
  /** Steps of which all are kept; no way that is longer is printed whole, or walked again. */
  static final int WHOLE = 64;

  final Object object;
  final Node parent;
  final Step step;
  private final int depth;

  Node(Object object, Node parent, Step step) {
    this.object = object;
    this.parent = parent;
    this.step = step;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  /**
   * This node, or where the way to it is long, one that stands for it without the steps between the
   * first ones and this: else a walk down a list of millions would keep a node for each of them.
   */
  Node shortened() {
    if (depth <= WHOLE + 1) {
      return this;
    }
    Node kept = parent;
    while (kept.depth > WHOLE) {
      kept = kept.parent;
    }
    return new Node(object, kept, step);
  }

  /** The way here, root first. */
  Deque<Node> fromRoot() {
    Deque<Node> way = new ArrayDeque<>();
    for (Node node = this; node != null; node = node.parent) {
      way.addFirst(node);
    }
    return way;
  }
}
