package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.FieldLayouts.RefField;

/**
 * How a walk came to an object: from nothing (a root) or from the object before it. An {@link
 * ElementKind} is the step to an element of the container or array before.
 */
sealed interface Step
    permits ElementKind,
        Step.Field,
        Step.OfInserter,
        Step.OfLoader,
        Step.OfThread,
        Step.StaticField,
        Step.ThreadLocalValue {

  /** Whether it is a field, static or not, that a class of the application declares. */
  default boolean isFieldOfApplication() {
    RefField field =
        this instanceof Field way
            ? way.field
            : this instanceof StaticField root ? root.field : null;
    return field != null && !Jdk.declares(field.declaring());
  }

  /** A root: a static field. */
  record StaticField(RefField field) implements Step {}

  /** A root: the object is a live thread. */
  record OfThread() implements Step {}

  /**
   * A root: the object is a class loader, of which only what the JDK keeps in it is looked into.
   */
  record OfLoader() implements Step {}

  /** A root where there is no other: an object whose method was seen to insert. */
  record OfInserter() implements Step {}

  /** An instance field of the object before. */
  record Field(RefField field) implements Step {}

  /**
   * The value of a thread-local; the object before is the thread's map.
   *
   * @param variable how the walk came to the ThreadLocal, or null when it did not
   */
  record ThreadLocalValue(Node variable) implements Step {}
}
