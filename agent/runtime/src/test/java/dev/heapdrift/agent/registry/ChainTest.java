package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
  private final Heap heap = Heap.open();

  static class Holder {
    Node first;
  }

  static class Node {
    Node next;
    Node before;
    Object text = "text";
  }

  private static final class Marked extends Node {}

  @Test
  void countsAStackFromItsTop() {
    assertThat(chain("next").length(linked(1000), Chain.MOST)).isEqualTo(1000);
    assertThat(chain("next").length(new Holder(), Chain.MOST)).isZero();
  }

  @Test
  void goesTheWayThatLeadsFurthest() {
    Holder atTheEnd = linked(1000);
    while (atTheEnd.first.next != null) {
      atTheEnd.first = atTheEnd.first.next;
    }
    assertThat(chain("next").length(atTheEnd, Chain.MOST)).isOne();
    assertThat(chain("next", "before").length(atTheEnd, Chain.MOST)).isEqualTo(1000);
  }

  @Test
  void aRingEndsWhereItBegan() {
    Holder ring = linked(10);
    last(ring).next = ring.first;
    assertThat(chain("next").length(ring, Chain.MOST)).isEqualTo(10);
    Holder self = linked(10);
    last(self).next = last(self);
    assertThat(chain("next").length(self, Chain.MOST)).isEqualTo(10);
  }

  @Test
  void aChainThatLeadsIntoARingHasNoSize() {
    Holder tangled = linked(10);
    last(tangled).next = tangled.first.next;
    assertThat(chain("next").length(tangled, Chain.MOST)).isEqualTo(Chain.MOST);
    assertThat(chain("next").count(tangled)).isEqualTo(SizeReader.UNKNOWN);
  }

  @Test
  void itRestsTheLongerTheLessItFinds() {
    Chain chain = chain("next");
    Holder holder = linked(100_000);
    assertThat(chain.count(holder)).isEqualTo(100_000);
    assertThat(chain.count(holder)).as("at once again").isEqualTo(SizeReader.UNKNOWN);
  }

  @Test
  void samplesNodesOfAnySubclass() {
    Holder holder = linked(3);
    Marked top = new Marked();
    top.next = holder.first;
    holder.first = top;
    Chain chain = chain("next");
    assertThat(chain.nodes(holder, 2)).containsExactly(top, top.next);
    assertThat(chain.isLink(field(Node.class, "next"))).isTrue();
    assertThat(chain.isLink(field(Node.class, "text"))).isFalse();
  }

  private static Holder linked(int nodes) {
    Holder holder = new Holder();
    for (int i = 0; i < nodes; i++) {
      Node node = new Node();
      node.next = holder.first;
      if (holder.first != null) {
        holder.first.before = node;
      }
      holder.first = node;
    }
    return holder;
  }

  private static Node last(Holder holder) {
    Node node = holder.first;
    while (node.next != null) {
      node = node.next;
    }
    return node;
  }

  private Chain chain(String... links) {
    List<RefField> fields = List.of(links).stream().map(link -> field(Node.class, link)).toList();
    return new Chain(heap, field(Holder.class, "first"), fields);
  }

  private RefField field(Class<?> declaring, String name) {
    return new RefField(declaring, name, "", heap.offset(declaring, name));
  }
}
