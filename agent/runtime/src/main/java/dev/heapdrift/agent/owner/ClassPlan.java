package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.growth.Structure;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import java.util.List;

/**
 * What a walk does with the objects of one class.
 *
 * @param kind what they are
 * @param follow fields whose objects are looked into
 * @param later fields that lead from a worker to what it works for, looked into when no other way
 *     leads there
 * @param links fields by which they hold each other, as nodes do; empty for all that are none
 * @param structure the row of the JDK container that they are, or null
 * @param suspects suspects of exactly this class, or null
 */
record ClassPlan(
    Kind kind,
    List<Step.Field> follow,
    List<Step.Field> later,
    List<RefField> links,
    Structure structure,
    SuspectTable.OfType suspects) {

  enum Kind {
    /** Refers to nothing that matters. */
    LEAF,
    /** An array of references. */
    ARRAY,
    /** A structure of the JDK, whose nodes are not looked into but only its elements. */
    CONTAINER,
    /** A variable whose values lie in the threads. */
    THREAD_LOCAL,
    /** Any other object. */
    PLAIN
  }
}
