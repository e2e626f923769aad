package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import java.util.ArrayList;
import java.util.List;
import java.util.TimerTask;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ElementNaturesTest {
  private final ElementNatures natures = new ElementNatures(new Reader().heap);

  @Test
  void countsCancelledFutures() {
    List<Object> tasks = many(() -> new FutureTask<>(() -> {}, null), 12);
    tasks.subList(0, 3).forEach(task -> ((FutureTask<?>) task).cancel(false));
    tasks.subList(3, 6).forEach(task -> ((FutureTask<?>) task).cancel(true));
    ((FutureTask<?>) tasks.get(6)).run();
    assertThat(of(tasks).cancelled()).isEqualTo(0.5);
  }

  @Test
  void countsCancelledTimerTasks() {
    List<Object> tasks = many(Silent::new, 8);
    ((TimerTask) tasks.get(0)).cancel();
    assertThat(of(tasks).cancelled()).isEqualTo(0.125);
  }

  @Test
  void doesNotClaimToKnowTheStateOfOthers() {
    assertThat(of(many(Object::new, 8)).cancelled()).isEqualTo(-1);
  }

  @Test
  void countsThrowables() {
    List<Object> mixed = many(IllegalStateException::new, 6);
    mixed.addAll(many(Object::new, 6));
    assertThat(of(mixed).throwables()).isEqualTo(0.5);
  }

  @Test
  void countsValuesThatAreTheirKeys() {
    List<ElementReader.Element> elements = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String key = "key" + i;
      elements.add(new ElementReader.Element(null, key, i < 4 ? key : new String(key)));
    }
    List<Object> values = new ArrayList<>();
    elements.forEach(e -> values.add(e.value()));
    assertThat(natures.of(elements, values).ownKeys()).isEqualTo(0.5);
  }

  @Test
  void doesNotTellByAFew() {
    assertThat(of(many(Object::new, ElementNature.ENOUGH - 1))).isNull();
  }

  private ElementNature of(List<Object> values) {
    List<ElementReader.Element> elements = new ArrayList<>();
    values.forEach(value -> elements.add(new ElementReader.Element(null, null, value)));
    return natures.of(elements, values);
  }

  private static List<Object> many(Supplier<Object> make, int count) {
    List<Object> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(make.get());
    }
    return made;
  }

  private static final class Silent extends TimerTask {
    @Override
    public void run() {}
  }
}
