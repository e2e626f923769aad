package dev.heapdrift.agent.owner;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An object that a walk came to, and how; strong only for the walk's duration. 24 bytes, of which a
 * walk keeps those that wait and their ancestors.
 */
final class Node {
  final Object object;
  final Node parent;
  final Step step;

  Node(Object object, Node parent, Step step) {
    this.object = object;
    this.parent = parent;
    this.step = step;
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
