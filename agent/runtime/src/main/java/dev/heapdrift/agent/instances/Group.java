package dev.heapdrift.agent.instances;

import dev.heapdrift.agent.registry.History;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.agent.registry.TimeAxis;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import dev.heapdrift.snapshot.Owner;
import java.util.List;

/**
 * The instances of one kind and class that were made with one stack. When there are too many to
 * hold each of them, every second is let go, and those that remain stand for two. Belongs to the
 * agent's thread.
 */
final class Group {
  /** Live ones from which on their owner is sought. */
  private static final int MANY = 16;

  /** Searches for an owner, one after the other, that may be cut short without a result. */
  private static final int MOST_CUT_SHORT = 8;

  private final Key key;
  private final History history;
  private long made;
  private long noticed;
  private int tracked;
  private long trackedFor;
  private long tested;
  private long trackedBytes;
  private long weight = 1;
  private boolean odd;
  private Owner owner;
  private long soughtAt;
  private int cutShort;

  Group(Key key, TimeAxis axis) {
    this.key = key;
    this.history = new History(axis);
  }

  /**
   * What makes a group.
   *
   * @param type name of the class
   * @param stack number of the stack in the registry's table
   */
  record Key(Kind kind, String type, int stack) {}

  Key key() {
    return key;
  }

  Kind kind() {
    return key.kind();
  }

  /** Instances held of this group. */
  int tracked() {
    return tracked;
  }

  /** Notices one that stands for so many; answers whether it is to be held if it is live. */
  boolean noticed(int standsFor) {
    made += standsFor;
    return noticed++ % weight == 0;
  }

  void add(Tracked instance) {
    tracked++;
    trackedFor += instance.standsFor;
    trackedBytes += instance.bytes;
  }

  void remove(Tracked instance) {
    tracked--;
    trackedFor -= instance.standsFor;
    trackedBytes -= instance.bytes;
  }

  /** Makes each instance stand for two; the caller lets go of those for which {@link #thins}. */
  void halve() {
    weight *= 2;
  }

  /** Tells every second instance to leave. */
  boolean thins() {
    odd = !odd;
    return odd;
  }

  void countTested(Now now, Tracked instance) {
    tested += instance.tested(now) ? instance.standsFor : 0;
  }

  /** Writes what was counted to a slot of the axis, and begins to count anew. */
  void endRound(TimeAxis axis, int slot) {
    history.add(axis, slot, tested * weight);
    tested = 0;
  }

  private long live() {
    return Math.min(made, trackedFor * weight);
  }

  /** Whether it has grown by half since its owner was last sought. A thread needs no owner. */
  boolean wantsOwner() {
    return kind() != Kind.THREAD && live() >= Math.max(MANY, soughtAt + soughtAt / 2);
  }

  /**
   * Tells what a search has found, null for nothing. When it was cut short that means little, and
   * the next walk tries again; not for ever, for in a large heap none may come to its end.
   */
  void searched(Owner found, boolean complete) {
    boolean vain = found == null && !complete;
    owner = vain ? owner : found;
    cutShort = vain ? cutShort + 1 : 0;
    soughtAt = vain && cutShort < MOST_CUT_SHORT ? soughtAt : live();
  }

  InstanceFacts facts(int stack, TimeAxis axis) {
    long live = live();
    return new InstanceFacts(
        key.kind(),
        key.type(),
        stack,
        made,
        made - live,
        tracked == 0 ? 0 : trackedBytes * live / tracked,
        owner,
        made > 1 ? history.points(axis) : List.of());
  }
}
