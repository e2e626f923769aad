package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.growth.Structure;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells the successor of a container that is copied at each insertion: another one of its class,
 * not much larger or smaller, that holds the same keys (elements, where there are none).
 *
 * <p>Holds a few elements of the container, so it must not be kept after the search.
 */
final class Likeness implements Predicate<Object> {
  private final Structure row;
  private final SizeReader sizes;
  private final ElementReader reader;
  private final long size;
  private final Set<Object> sample;

  Likeness(Object container, Structure row, SizeReader sizes, ElementReader reader) {
    this.row = row;
    this.sizes = sizes;
    this.reader = reader;
    this.size = sizes.size(container, row);
    this.sample = sample(container);
  }

  @Override
  public boolean test(Object candidate) {
    long candidateSize = sizes.size(candidate, row);
    if (sample.isEmpty() || candidateSize < size - size / 8 || candidateSize > 2 * size) {
      return false;
    }
    Set<Object> common = sample(candidate);
    common.retainAll(sample);
    return common.size() * 2 >= sample.size();
  }

  private Set<Object> sample(Object container) {
    List<ElementReader.Element> elements = reader.elements(container, row.shape());
    Set<Object> sample = Collections.newSetFromMap(new IdentityHashMap<>());
    elements.forEach(e -> sample.add(e.key() == null ? e.value() : e.key()));
    return sample;
  }
}
