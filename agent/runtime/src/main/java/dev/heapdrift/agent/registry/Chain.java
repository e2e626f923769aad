package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Nodes that hold each other, from a field that holds the first: nothing notices that they grow,
 * and nothing keeps their number, so they are counted one by one.
 *
 * <p>That costs 2 to 50 ns a node, which is why a chain is counted the more rarely the longer it
 * is, and why one that has not become longer is left alone for twice the time. Links change while
 * they are followed, so a count may be wrong by what came and went meanwhile; it always ends.
 * Belongs to the agent's thread.
 */
final class Chain {
  /** Nodes counted at most; what is longer has no size. */
  static final int MOST = 1 << 22;

  /** Rest for each node that was counted, in ns: a thousand times what one takes in a cache. */
  private static final long REST_A_NODE = 10_000;

  /** Rest after a count that has found no more nodes than before, in ns; then twice that... */
  private static final long SHORTEST_REST = 500_000_000L;

  /** ...up to this. */
  private static final long LONGEST_REST = 60_000_000_000L;

  private final Heap heap;
  private final long head;
  private final List<Link> links = new ArrayList<>();
  private long longest;
  private long restNanos;
  private long countedNanos;

  /** A field by which nodes hold each other; its class weakly, for an entry outlives a walk. */
  private record Link(WeakReference<Class<?>> declaring, long offset) {}

  /**
   * Counts nothing yet.
   *
   * @param head the field that holds the first node
   * @param links fields by which a node holds another: one in a stack, two in a list that can be
   *     walked both ways
   */
  Chain(Heap heap, RefField head, List<RefField> links) {
    this.heap = heap;
    this.head = head.offset();
    links.forEach(
        link -> this.links.add(new Link(new WeakReference<>(link.declaring()), link.offset())));
  }

  /**
   * Counts the nodes if it is time to.
   *
   * @param holder the object, or the class, whose field holds the first
   * @return {@link SizeReader#UNKNOWN} when it is not, or when they are too many
   */
  long count(Object holder) {
    long now = System.nanoTime();
    if (restNanos > 0 && now - countedNanos < restNanos) {
      return SizeReader.UNKNOWN;
    }
    long count = length(holder, MOST);
    long idle = Math.min(LONGEST_REST, Math.max(SHORTEST_REST, 2 * restNanos));
    countedNanos = now;
    restNanos = Math.max(REST_A_NODE * count, count > longest ? 0 : idle);
    longest = Math.max(longest, count);
    return count >= MOST ? SizeReader.UNKNOWN : count;
  }

  /** Nodes now, by the field that leads furthest, at most so many. */
  long length(Object holder, int most) {
    return links.stream().mapToLong(link -> length(holder, link, most)).max().orElse(0);
  }

  /** A few nodes from the first one on. */
  List<Object> nodes(Object holder, int most) {
    Link furthest =
        Collections.max(links, Comparator.comparingLong(link -> length(holder, link, most)));
    Class<?> declaring = furthest.declaring().get();
    Object first = heap.reference(holder, head);
    List<Object> nodes = new ArrayList<>();
    for (Object node = first; node != null && nodes.size() < most; ) {
      nodes.add(node);
      node = next(node, first, declaring, furthest.offset());
    }
    return nodes;
  }

  /** Whether a field of a node is one by which it holds another. */
  boolean isLink(RefField field) {
    return links.stream()
        .anyMatch(l -> l.offset() == field.offset() && l.declaring().refersTo(field.declaring()));
  }

  private long length(Object holder, Link link, int most) {
    Class<?> declaring = link.declaring().get();
    Object first = heap.reference(holder, head);
    long length = 0;
    for (Object node = first; node != null && length < most; length++) {
      node = next(node, first, declaring, link.offset());
    }
    return length;
  }

  /** The next node, or null behind the last one, be it linked to itself or to the first. */
  private Object next(Object node, Object first, Class<?> declaring, long offset) {
    if (declaring == null || !declaring.isInstance(node)) {
      return null;
    }
    Object next = heap.reference(node, offset);
    return next == node || next == first ? null : next;
  }
}
