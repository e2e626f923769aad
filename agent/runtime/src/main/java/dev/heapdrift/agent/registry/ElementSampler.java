package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Samples the elements of containers that keep growing: their classes, and the bytes an entry adds.
 *
 * <p>A few containers a round, and each at most every {@link #LEAST_MILLIS}. The caller holds the
 * container already, for a reason of its own. Belongs to the agent's thread.
 */
final class ElementSampler {
  /** Their fields hold weakly, where a raw read would strengthen, or hold the JVM's structures. */
  private static final Set<Class<?>> NOT_OWN = Set.of(Reference.class, Throwable.class);

  /** Least time between two samples of one container, in ms. */
  private static final long LEAST_MILLIS = 10_000;

  /** Containers sampled in one round; each costs some 0.1 to 1 ms. */
  private static final int PER_ROUND = 8;

  /** Growths after which a container is sampled though its size is still being learnt. */
  private static final int PATIENCE = 4;

  private final Heap heap;
  private final FieldLayouts layouts;
  private final ToLongFunction<Object> shallowSize;
  private final ElementReader reader;
  private final DeepSize deepSize;
  private final ElementNatures natures;
  private int left;

  ElementSampler(
      Heap heap,
      FieldLayouts layouts,
      ToLongFunction<Object> shallowSize,
      Predicate<Object> registered) {
    this.heap = heap;
    this.layouts = layouts;
    this.shallowSize = shallowSize;
    this.reader = new ElementReader(heap, layouts, ThreadLocalRandom.current()::nextInt);
    this.deepSize = new DeepSize(heap, layouts, shallowSize, registered);
    this.natures = new ElementNatures(heap);
  }

  /** A new round begins. */
  void begin() {
    left = PER_ROUND;
  }

  /** Samples the container if it is its turn. */
  void sample(Entry entry, Object container, Now now) {
    if (left == 0 || !due(entry, now)) {
      return;
    }
    left--;
    List<ElementReader.Element> elements = elements(entry, container);
    List<Object> contents = contents(elements);
    entry.elements(
        new ElementFacts(
            bytesPerEntry(entry, container, elements),
            shares(contents),
            natures.of(elements, contents),
            now.uptimeMillis()));
  }

  private double bytesPerEntry(
      Entry entry, Object container, List<ElementReader.Element> elements) {
    long size = entry.series().size();
    if (size <= 0 || (elements.size() > 0 && elements.size() < ElementNature.ENOUGH)) {
      return -1;
    }
    double storage = entry.chain() != null ? 0 : (double) storage(container) / size;
    if (elements.isEmpty()) {
      return storage; // an array of numbers
    }
    // Nodes for themselves only: they refer to each other.
    long nodes = 0;
    List<Object[]> contents = new ArrayList<>(elements.size());
    for (ElementReader.Element e : elements) {
      nodes += e.node() == null ? 0 : shallowSize.applyAsLong(e.node());
      contents.add(
          entry.chain() == null
              ? new Object[] {e.key(), e.value()}
              : besideLinks(e.node(), entry.chain()));
    }
    return storage + (double) nodes / elements.size() + deepSize.mean(contents);
  }

  /** What a node of a chain refers to but for its fellows, and for what is not its own. */
  private Object[] besideLinks(Object node, Chain chain) {
    return layouts.instanceFields(node.getClass()).stream()
        .filter(field -> !chain.isLink(field) && !NOT_OWN.contains(field.declaring()))
        .map(field -> heap.reference(node, field.offset()))
        .toArray();
  }

  /** Containers that do not grow any more keep the sample they have. */
  private static boolean due(Entry entry, Now now) {
    ElementFacts last = entry.elements();
    Series series = entry.series();
    boolean telling = series.size() > 0 || series.growths() > PATIENCE;
    return series.grewAgain()
        && telling
        && (last == null
            || (now.uptimeMillis() - last.sampledMillis() >= LEAST_MILLIS
                && series.lastRiseMillis() > last.sampledMillis()));
  }

  private List<ElementReader.Element> elements(Entry entry, Object container) {
    if (entry.chain() != null) {
      return entry.chain().nodes(container, ElementReader.MAX_ELEMENTS).stream()
          .map(node -> new ElementReader.Element(node, null, node))
          .toList();
    }
    if (entry.type().row() != null) {
      return reader.elements(container, entry.type().row().shape());
    }
    return reader.elements(
        entry.slot() == null ? container : heap.reference(container, entry.slot().offset()));
  }

  /** Bytes of the arrays that the container itself holds. */
  private long storage(Object container) {
    if (container.getClass().isArray()) {
      return shallowSize.applyAsLong(container);
    }
    long bytes = 0;
    for (RefField field : layouts.instanceFields(container.getClass())) {
      Object value = heap.reference(container, field.offset());
      if (value != null
          && (value.getClass().isArray() || value instanceof AtomicReferenceArray<?>)) {
        bytes += shallowSize.applyAsLong(value);
      }
    }
    return bytes;
  }

  /** The values; or the keys where the values are one and the same, as in a set. */
  private static List<Object> contents(List<ElementReader.Element> elements) {
    boolean isSet =
        elements.size() > 1
            && elements.get(0).key() != null
            && elements.stream().allMatch(e -> e.value() == elements.get(0).value());
    List<Object> contents = new ArrayList<>(elements.size());
    elements.forEach(element -> contents.add(isSet ? element.key() : element.value()));
    return contents;
  }

  /** By class. */
  static List<ElementShare> shares(List<Object> contents) {
    Map<String, Integer> counts = new HashMap<>();
    for (Object counted : contents) {
      if (counted != null) {
        counts.merge(counted.getClass().getTypeName(), 1, Integer::sum);
      }
    }
    List<ElementShare> shares = new ArrayList<>();
    counts.forEach(
        (type, count) -> shares.add(new ElementShare(type, (double) count / contents.size())));
    shares.sort(Comparator.comparingDouble(ElementShare::share).reversed());
    return shares;
  }
}
