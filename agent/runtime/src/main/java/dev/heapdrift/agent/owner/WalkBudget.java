package dev.heapdrift.agent.owner;

import java.util.function.BooleanSupplier;

/**
 * How far a walk may go before it gives up.
 *
 * @param nodes objects to look into
 * @param nanos wall time in ns
 * @param elements elements of one container to look at
 * @param queue objects that may wait to be looked into; memory is some 32 bytes each
 * @param cancelled asked now and then, from the walking thread; true ends the walk
 */
public record WalkBudget(
    long nodes, long nanos, int elements, int queue, BooleanSupplier cancelled) {

  /** Objects of a 1 GB heap that are neither leaves nor map nodes, roughly. */
  private static final long NODES = 4_000_000;

  /** Of larger containers a part is enough. */
  private static final int ALL_ELEMENTS = 1 << 20;

  /** A frontier of this many objects takes 5 MB. */
  private static final int QUEUE = 160_000;

  /** The agent's usual budget: {@code millis} of wall time, ended early by {@code cancelled}. */
  public static WalkBudget millis(long millis, BooleanSupplier cancelled) {
    return new WalkBudget(NODES, millis * 1_000_000, Elements.MOST, QUEUE, cancelled);
  }

  /** The same for an element that may lie anywhere in a large container. */
  public WalkBudget allElements() {
    return new WalkBudget(nodes, nanos, ALL_ELEMENTS, queue, cancelled);
  }

  /** The same for fewer objects: on a busy machine, time says little about what a walk costs. */
  public WalkBudget objects(long most) {
    return new WalkBudget(Math.min(nodes, most), nanos, elements, queue, cancelled);
  }
}
