package dev.heapdrift.agent.owner;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.Owner;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the owners of all suspects in one pass, first around their growth stacks, then everywhere.
 *
 * <p>Problem: who holds an object is written nowhere, a heap dump stops the application, and its
 * own methods must not be called. So the walk follows references as the collector would, but beside
 * the running application and breadth-first, so that the shortest way wins. Fields change under it:
 * it may miss what moves, and never reports a way that it did not go. Roots come in the order in
 * which their answer is worth most: static fields of the application, threads and their
 * thread-locals, then what the JDK itself holds, then what threads of pools and timers work for.
 *
 * <p>Belongs to the agent's thread, which may be stopped by the budget's {@code cancelled}.
 */
public final class OwnerWalk {
  /** Objects looked into around the growth stacks; about 10 ms. */
  private static final long NEAR_NODES = 30_000;

  /** Steps from the static fields of those classes; wrappers and elements count. */
  private static final int NEAR_LEVELS = 6;

  /** Longest look around one object, in ms. */
  private static final long NEAR_MILLIS = 200;

  /** Wrappers told of one container. */
  private static final int MOST_WRAPPERS = 4;

  private final Heap heap;
  private final FieldLayouts layouts;
  private final Elements elements;
  private final PathPrinter printer;
  private final Limits limits;
  private final Supplier<Class<?>[]> loaded;
  private final Supplier<Thread[]> threads;
  private final ClassLoader ours;

  /**
   * Creates a walk that can be repeated.
   *
   * @param layouts cleared at the end of every walk
   * @param loaded all loaded classes, as {@code Instrumentation} lists them
   * @param threads all live threads
   * @param ours loader of the agent's classes, whose objects are not looked into; null for none
   */
  public OwnerWalk(
      Heap heap,
      FieldLayouts layouts,
      Supplier<Class<?>[]> loaded,
      Supplier<Thread[]> threads,
      ClassLoader ours) {
    this.heap = heap;
    this.layouts = layouts;
    this.elements = new Elements(heap);
    this.printer = new PathPrinter(heap);
    this.limits = new Limits(heap, layouts);
    this.loaded = loaded;
    this.threads = threads;
    this.ours = ours;
  }

  /** Searches, and tells each suspect what was found of it. */
  public WalkReport walk(Collection<Suspect> suspects, WalkBudget budget) {
    long begin = System.nanoTime();
    SuspectTable table = new SuspectTable(suspects);
    SlotRecorder slots = new SlotRecorder(heap, elements);
    suspects.stream()
        .filter(suspect -> suspect.type() == null)
        .forEach(s -> ofClass(s, table, slots));
    ClassPlans plans = new ClassPlans(layouts, table, ours);
    Class<?>[] classes = loaded.get();
    try {
      Search near =
          search(plans, table, slots, new ThreadLocals(heap, layouts), budget.objects(NEAR_NODES));
      new Roots(heap, plans, classes, new Thread[0]).near(growthClasses(suspects), near);
      near.run(NEAR_LEVELS);
      long nodes = near.nodes();
      boolean complete = true;
      if (!table.allFound()) {
        ThreadLocals threadLocals = new ThreadLocals(heap, layouts);
        Search far = search(plans, table, slots, threadLocals, budget);
        everywhere(new Roots(heap, plans, classes, threads.get()), threadLocals, far);
        nodes += far.nodes();
        complete = table.allFound() || far.complete();
      }
      int found = suspects.size() - table.missingCount();
      return new WalkReport(suspects.size(), found, nodes, System.nanoTime() - begin, complete);
    } finally {
      layouts.clear();
    }
  }

  /**
   * Searches around an object whose method was seen to fill the suspect. To be tried when {@link
   * #walk} has found nothing: local variables are roots that no walk can see.
   */
  public void around(Suspect suspect, Object inserter) {
    SuspectTable table = new SuspectTable(List.of(suspect));
    ClassPlans plans = new ClassPlans(layouts, table, ours);
    SlotRecorder slots = new SlotRecorder(heap, elements);
    WalkBudget budget = WalkBudget.millis(NEAR_MILLIS, () -> false).objects(NEAR_NODES);
    try {
      Search search = search(plans, table, slots, new ThreadLocals(heap, layouts), budget);
      search.offer(inserter, null, new Step.OfInserter());
      search.run(NEAR_LEVELS);
    } finally {
      layouts.clear();
    }
  }

  /**
   * Tells of each of the JDK's containers that it comes to, once, whoever holds it, and of fields
   * in which chains of nodes begin.
   *
   * @param visitor must not keep what it is told of
   */
  public WalkReport census(CensusVisitor visitor, WalkBudget budget) {
    long begin = System.nanoTime();
    Object nobodys = new Object();
    Suspect neverFound = Suspect.of(nobodys, null, Set.of()); // so that nothing ends it early
    SuspectTable table = new SuspectTable(List.of(neverFound));
    SlotRecorder slots = new SlotRecorder(heap, elements);
    ClassPlans plans = new ClassPlans(layouts, table, ours);
    ThreadLocals threadLocals = new ThreadLocals(heap, layouts);
    Consumer<Node> tell =
        node -> visitor.met(node.object, () -> path(node, null, limits.of(node), slots));
    try {
      Search search =
          new Search(
              heap,
              plans,
              elements,
              table,
              threadLocals,
              budget,
              (suspect, node) -> {},
              tell,
              new Heads(visitor, plans, (first, field) -> holder(first, field, slots))::met);
      everywhere(new Roots(heap, plans, loaded.get(), threads.get()), threadLocals, search);
      long nanos = System.nanoTime() - begin;
      return new WalkReport(0, 0, search.nodes(), nanos, search.complete());
    } finally {
      Reference.reachabilityFence(nobodys);
      layouts.clear();
    }
  }

  /** Is told of containers and of chains. */
  public interface CensusVisitor {
    /**
     * Has come to a container.
     *
     * @param container one of the JDK's structures
     * @param path works out who holds it; only while this method runs
     */
    void met(Object container, Supplier<OwnerPath> path);

    /**
     * Has come to an object whose field holds the first node of a chain, be it of one.
     *
     * @param holder the object, or for a static field the class
     * @param field the field
     * @param links fields by which the nodes hold each other
     * @param path works out who holds the object; only while this method runs
     */
    void head(Object holder, RefField field, List<RefField> links, Supplier<OwnerPath> path);
  }

  private static void everywhere(Roots roots, ThreadLocals threadLocals, Search search) {
    roots.statics(false, search);
    roots.threads(threadLocals, search);
    search.run(Integer.MAX_VALUE);
    if (!search.done()) {
      roots.statics(true, search);
      roots.loaders(search);
      search.run(Integer.MAX_VALUE);
    }
    while (!search.done() && search.resume()) {
      search.run(Integer.MAX_VALUE);
    }
    if (!search.done()) {
      threadLocals.remaining(search);
      search.run(Integer.MAX_VALUE);
    }
  }

  private Search search(
      ClassPlans plans,
      SuspectTable table,
      SlotRecorder slots,
      ThreadLocals threadLocals,
      WalkBudget budget) {
    return new Search(
        heap,
        plans,
        elements,
        table,
        threadLocals,
        budget,
        (suspect, node) -> found(suspect, node, slots),
        container -> {},
        head -> {});
  }

  private void found(Suspect suspect, Node node, SlotRecorder slots) {
    String grown = grownField(suspect, node.object.getClass());
    Owner.Limit limit = suspect.itself() ? limits.ofHolding(node) : limits.of(node);
    suspect.found(path(node, grown, limit, slots), wrappers(node));
  }

  private OwnerPath path(Node node, String grownField, Owner.Limit limit, SlotRecorder slots) {
    Owner owner = printer.print(node, grownField).withLimit(limit);
    return new RecordedPath(owner, slots.record(node));
  }

  private void ofClass(Suspect suspect, SuspectTable table, SlotRecorder slots) {
    if (suspect.container().get() instanceof Class<?> c && suspect.grownField() != null) {
      suspect.found(ofStatic(c, suspect.grownField(), slots), List.of());
      table.found(suspect);
    }
  }

  private static OwnerPath ofStatic(Class<?> declaring, String field, SlotRecorder slots) {
    String holder = declaring.getName() + '.' + field;
    Owner owner = new Owner("static " + holder, Owner.Kind.STATIC, holder);
    return new RecordedPath(owner, slots.ofClass(declaring));
  }

  /** The way to the object whose field holds the first node of a chain. */
  private OwnerPath holder(Node first, RefField field, SlotRecorder slots) {
    if (first.parent == null) {
      return ofStatic(field.declaring(), field.name(), slots);
    }
    boolean container = isContainer(first.parent.object.getClass());
    return path(first.parent, container ? null : field.name(), null, slots);
  }

  /**
   * The field of an application's object whose array grows, to be printed as the holder. Not of
   * what is a container itself, for there the field says nothing about the application.
   */
  private String grownField(Suspect suspect, Class<?> type) {
    if (suspect.itself() || type.isArray() || Jdk.declares(type) || isContainer(type)) {
      return null;
    }
    return suspect.grownField() != null ? suspect.grownField() : onlyArray(type);
  }

  private String onlyArray(Class<?> type) {
    String only = null;
    for (RefField field : layouts.instanceFields(type)) {
      if (field.descriptor().startsWith("[")) {
        if (only != null) {
          return null;
        }
        only = field.name();
      }
    }
    return only;
  }

  private static boolean isContainer(Class<?> type) {
    return Iterable.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }

  /**
   * Views and wrappers of the JDK around the container, and the application's object that holds it.
   */
  private static List<WeakReference<Object>> wrappers(Node container) {
    List<WeakReference<Object>> around = new ArrayList<>();
    for (Node node = container; around.size() < MOST_WRAPPERS; node = node.parent) {
      if (!(node.step instanceof Step.Field way) || node.parent == null) {
        break;
      }
      around.add(new WeakReference<>(node.parent.object));
      if (!Jdk.declares(way.field().declaring())) {
        break;
      }
    }
    return around;
  }

  private static Set<String> growthClasses(Collection<Suspect> suspects) {
    Set<String> names = new HashSet<>();
    suspects.forEach(suspect -> names.addAll(suspect.growthClasses()));
    return names;
  }
}
