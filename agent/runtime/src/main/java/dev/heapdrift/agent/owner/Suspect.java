package dev.heapdrift.agent.owner;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A container whose owner is sought; a walk fills in what it finds. Holds the container weakly, and
 * compares without strengthening it. Belongs to the agent's thread.
 */
public final class Suspect {
  private final WeakReference<Object> container;
  private final Class<?> type;
  private final int hash;
  private final String grownField;
  private final Set<String> growthClasses;
  private Predicate<Object> successor;
  private boolean itself;
  private OwnerPath path;
  private List<WeakReference<Object>> wrappers = List.of();

  /**
   * Names a container that is sought.
   *
   * @param container the registry's own reference to it
   * @param type its class, or null where the "container" is the class whose static array grew
   * @param hash its identity hash code
   * @param grownField for a growing array, the field of the object that holds it; null if not known
   * @param growthClasses binary names of the classes in its growth stacks; their fields are looked
   *     into first
   */
  public Suspect(
      WeakReference<Object> container,
      Class<?> type,
      int hash,
      String grownField,
      Set<String> growthClasses) {
    this.container = container;
    this.type = type;
    this.hash = hash;
    this.grownField = grownField;
    this.growthClasses = growthClasses;
  }

  /** A suspect for a container that the caller holds anyway. */
  public static Suspect of(Object alive, String grownField, Set<String> growthClasses) {
    return new Suspect(
        new WeakReference<>(alive),
        alive instanceof Class ? null : alive.getClass(),
        System.identityHashCode(alive),
        grownField,
        growthClasses);
  }

  /**
   * Lets the walk also take for the suspect what stands in a field of the application and satisfies
   * {@code likeness}: a container that is copied at each insertion has been replaced before any
   * walk comes to it.
   *
   * @param likeness asked about objects of the suspect's class only; null for none
   */
  public Suspect orSuccessor(Predicate<Object> likeness) {
    successor = likeness;
    return this;
  }

  /** Tells that this is no container whose array grows, but is sought for its own sake. */
  public Suspect asItself() {
    itself = true;
    return this;
  }

  /** The way that was found, or null: owner not found. */
  public OwnerPath path() {
    return path;
  }

  /**
   * Objects that only wrap the container and through which it may be filled, nearest first: views
   * and sets of the JDK around it, and the application's object that holds it. Empty before it is
   * found.
   */
  public List<WeakReference<Object>> wrappers() {
    return wrappers;
  }

  Predicate<Object> successor() {
    return successor;
  }

  boolean itself() {
    return itself;
  }

  Class<?> type() {
    return type;
  }

  int hash() {
    return hash;
  }

  String grownField() {
    return grownField;
  }

  Set<String> growthClasses() {
    return growthClasses;
  }

  WeakReference<Object> container() {
    return container;
  }

  boolean is(Object candidate) {
    return container.refersTo(candidate);
  }

  void found(OwnerPath way, List<WeakReference<Object>> around) {
    path = way;
    wrappers = around;
  }
}
