package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.Heap;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One breadth-first search: offers objects, looks into what waits, ends by success or by budget.
 */
final class Search {
  /** Objects between two looks at the clock. */
  private static final int CLOCK_MASK = 255;

  /** Workers whose work is looked into at last; pools share threads, and threads are few. */
  private static final int MOST_POSTPONED = 4096;

  private final Heap heap;
  private final ClassPlans plans;
  private final Elements elements;
  private final SuspectTable suspects;
  private final BiConsumer<Suspect, Node> onFound;
  private final Consumer<Node> onContainer;
  private final Consumer<Node> onHead;
  private final ThreadLocals threadLocals;
  private final WalkBudget budget;
  private final long deadline;
  private final Visited visited;
  private final Queue<Node> waiting = new ArrayDeque<>();
  private final Queue<Node> postponed = new ArrayDeque<>();
  private long nodes;
  private long passedOver;
  private boolean exhausted;

  Search(
      Heap heap,
      ClassPlans plans,
      Elements elements,
      SuspectTable suspects,
      ThreadLocals threadLocals,
      WalkBudget budget,
      BiConsumer<Suspect, Node> onFound,
      Consumer<Node> onContainer,
      Consumer<Node> onHead) {
    this.heap = heap;
    this.plans = plans;
    this.elements = elements;
    this.suspects = suspects;
    this.threadLocals = threadLocals;
    this.budget = budget;
    this.onFound = onFound;
    this.onContainer = onContainer;
    this.onHead = onHead;
    this.deadline = System.nanoTime() + budget.nanos();
    this.visited = new Visited((int) deadline);
  }

  /** Comes to an object that is not to be looked into: only recognises a suspect. */
  void meet(Object object, Node parent, Step step) {
    ClassPlan plan = plans.of(object.getClass());
    if (plan.suspects() != null) {
      recognise(plan, object, parent, step);
    }
  }

  /** Comes to an object: recognises a suspect, and queues what is worth looking into. */
  void offer(Object object, Node parent, Step step) {
    if (object == null) {
      return;
    }
    meet(object, parent, step);
    ClassPlan plan = plans.of(object.getClass());
    if (plan.kind() == ClassPlan.Kind.LEAF || !visited.add(object)) {
      return;
    }
    if (!plan.links().isEmpty() && isHead(parent, step)) {
      onHead.accept(new Node(object, parent, step));
    }
    if (waiting.size() >= budget.queue()) {
      passedOver++;
      return;
    }
    waiting.add(new Node(object, parent, step));
  }

  /** Whether a field that is no link between nodes leads here: a chain may begin. */
  private boolean isHead(Node parent, Step step) {
    return step instanceof Step.StaticField
        || (step instanceof Step.Field way
            && !plans.of(parent.object.getClass()).links().contains(way.field()));
  }

  private void recognise(ClassPlan plan, Object object, Node parent, Step step) {
    Suspect suspect = plan.suspects().find(object);
    if (suspect == null && step.isFieldOfApplication()) {
      suspect = plan.suspects().succeededBy(object);
    }
    if (suspect != null && suspects.missing(suspect)) {
      suspects.found(suspect);
      onFound.accept(suspect, new Node(object, parent, step));
    }
  }

  /**
   * Looks into what waits, and what comes of it.
   *
   * @param levels how many steps from what waits now
   */
  void run(int levels) {
    for (int level = 0; level < levels && !waiting.isEmpty(); level++) {
      for (int left = waiting.size(); left > 0; left--) {
        if (done()) {
          return;
        }
        expand(waiting.remove().shortened());
      }
    }
  }

  /**
   * Offers what was put off until nothing else leads there.
   *
   * @return whether there was any
   */
  boolean resume() {
    boolean any = !postponed.isEmpty();
    while (!postponed.isEmpty()) {
      Node node = postponed.remove();
      offer(node.object, node.parent, node.step);
    }
    return any;
  }

  /** Whether nothing is missing, or nothing may be spent any more. */
  boolean done() {
    if (suspects.allFound() || exhausted) {
      return true;
    }
    if ((nodes & CLOCK_MASK) == 0) {
      exhausted =
          nodes >= budget.nodes()
              || System.nanoTime() - deadline >= 0
              || budget.cancelled().getAsBoolean();
    }
    return exhausted;
  }

  /** Objects looked into so far. */
  long nodes() {
    return nodes;
  }

  /** Whether the walk saw all that can be reached, as far as it can tell. */
  boolean complete() {
    return !exhausted && passedOver == 0;
  }

  private void expand(Node node) {
    nodes++;
    ClassPlan plan = plans.of(node.object.getClass());
    switch (plan.kind()) {
      case ARRAY ->
          elements.each(node.object, budget.elements(), (kind, e) -> element(e, node, kind));
      case CONTAINER -> {
        onContainer.accept(node);
        elements.each(node.object, budget.elements(), (kind, e) -> element(e, node, kind));
      }
      case THREAD_LOCAL -> threadLocals.values(node, this);
      case PLAIN, LEAF -> {}
    }
    for (Step.Field step : plan.follow()) {
      offer(heap.reference(node.object, step.field().offset()), node, step);
    }
    for (Step.Field step : plan.later()) {
      postpone(heap.reference(node.object, step.field().offset()), node, step);
    }
  }

  private void postpone(Object object, Node parent, Step step) {
    if (object != null && postponed.size() < MOST_POSTPONED) {
      postponed.add(new Node(object, parent, step));
    } else if (object != null) {
      passedOver++;
    }
  }

  private boolean element(Object element, Node container, ElementKind kind) {
    offer(element, container, kind);
    return true;
  }
}
