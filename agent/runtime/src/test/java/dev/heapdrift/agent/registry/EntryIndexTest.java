package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryIndexTest {
  private final EntryIndex index = new EntryIndex();
  private final ContainerType.Table types = new ContainerType.Table();

  @Test
  void findsEachOfManyByIdentity() {
    List<Object> containers = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      containers.add(new ArrayList<>()); // all equal
      index.add(entry(i, containers.get(i)));
    }
    for (int i = 0; i < 2000; i++) {
      assertThat(index.find(containers.get(i), e -> true).id()).isEqualTo(i);
    }
    assertThat(index.find(new ArrayList<>(), e -> true)).isNull();
    assertThat(index.size()).isEqualTo(2000);
  }

  @Test
  void removesWhatItIsAskedTo() {
    List<Entry> entries = new ArrayList<>();
    List<Object> held = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Object container = new Object();
      held.add(container);
      entries.add(entry(i, container));
      index.add(entries.get(i));
    }
    entries.subList(0, 999).forEach(index::remove);
    index.remove(entries.get(0));
    List<Entry> left = new ArrayList<>();
    index.forEach(left::add);
    assertThat(left).containsExactly(entries.get(999));
    assertThat(index.size()).isOne();
    assertThat(held).hasSize(1000);
  }

  private Entry entry(long id, Object container) {
    return new Entry(id, container, types.of(container.getClass()), null, new Now(0, 0, 0));
  }
}
