package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.owner.OwnerWalk.CensusVisitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Tells a visitor of the fields in which chains of nodes begin.
 *
 * <p>Problem: many objects may refer into one chain, as a map does to the nodes of a list, and each
 * of them looks like its beginning. So only the first few of a field are told, which are those next
 * to the roots. Of the JDK's own fields only those are that an application's code makes longer; its
 * collections count themselves or are rows of the growth table.
 */
final class Heads {
  /** Objects of which one field is told. */
  private static final int PER_FIELD = 8;

  private static final Set<String> OF_THE_JDK =
      Set.of(
          "java.util.concurrent.CompletableFuture.stack",
          "java.util.concurrent.ConcurrentLinkedDeque.head",
          "java.util.concurrent.ConcurrentLinkedQueue.head",
          "java.util.concurrent.LinkedTransferQueue.head");

  private final CensusVisitor visitor;
  private final ClassPlans plans;
  private final BiFunction<Node, RefField, OwnerPath> paths;
  private final Map<RefField, Integer> told = new HashMap<>();

  /**
   * Tells of one census.
   *
   * @param paths works out who holds the field's object, by the chain's first node
   */
  Heads(CensusVisitor visitor, ClassPlans plans, BiFunction<Node, RefField, OwnerPath> paths) {
    this.visitor = visitor;
    this.plans = plans;
    this.paths = paths;
  }

  /** A field that is no link between nodes has led to a node. */
  void met(Node first) {
    RefField field =
        first.step instanceof Step.Field way
            ? way.field()
            : ((Step.StaticField) first.step).field();
    String name = field.declaring().getName() + '.' + field.name();
    boolean ofInterest = !Jdk.declares(field.declaring()) || OF_THE_JDK.contains(name);
    if (ofInterest && told.merge(field, 1, Integer::sum) <= PER_FIELD) {
      List<RefField> links = plans.of(first.object.getClass()).links();
      Object holder = first.parent == null ? field.declaring() : first.parent.object;
      visitor.head(holder, field, links, () -> paths.apply(first, field));
    }
  }
}
