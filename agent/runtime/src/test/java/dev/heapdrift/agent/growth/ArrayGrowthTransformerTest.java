package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.heapdrift.hooks.Door;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;

/** Hooked application classes verify, run as before, and tell the door that their array grew. */
class ArrayGrowthTransformerTest {
  private static final int LONG = 100_000;

  private final DoorEvents events = new DoorEvents();
  private final HookingLoader loader = new HookingLoader(ArrayFixtures.class);

  @AfterEach
  void closeTheDoor() {
    events.close();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ArrayFixtures.Objects.class,
        ArrayFixtures.Typed.class,
        ArrayFixtures.Nested.class,
        ArrayFixtures.Segment.class,
        ArrayFixtures.Busy.class,
      })
  void aStoreIntoAFieldNamesTheOwnerAndTheField(Class<? extends IntConsumer> type)
      throws Exception {
    IntConsumer container = grown(type);

    assertThat(events.take())
        .extracting(Door.Growth::get, event -> event.capacity)
        .containsOnly(tuple(container, LONG));
  }

  @Test
  void theFieldIsTold() throws Exception {
    grown(ArrayFixtures.Primitives.class);

    assertThat(events.take())
        .extracting(event -> event.field)
        .containsExactlyInAnyOrder("ints", "longs", "doubles", "floats", "bytes", "chars");
  }

  @Test
  void aStaticFieldBelongsToItsClass() throws Exception {
    IntConsumer container = grown(ArrayFixtures.Statics.class);

    assertThat(events.take())
        .extracting(Door.Growth::get, event -> event.field)
        .containsOnly(tuple(container.getClass(), "shared"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ArrayFixtures.Updater.class,
        ArrayFixtures.Handle.class,
        ArrayFixtures.OwnReference.class,
      })
  void aSwapNamesTheOwner(Class<? extends IntConsumer> type) throws Exception {
    IntConsumer container = grown(type);

    assertThat(events.take())
        .extracting(Door.Growth::get, event -> event.capacity)
        .containsOnly(tuple(container, LONG));
  }

  @ParameterizedTest
  @ValueSource(classes = {ArrayFixtures.Reference.class, ArrayFixtures.ReferenceSet.class})
  void aSwapInAReferenceNamesTheReference(Class<? extends IntConsumer> type) throws Exception {
    IntConsumer container = grown(type);

    assertThat(typesOf(events.take())).containsExactly(AtomicReference.class);
    assertThat(container).isNotNull(); // holds the reference until here
  }

  @Test
  void aCopyThatGoesElsewhereIsTheContainerItself() throws Exception {
    IntConsumer container = grown(ArrayFixtures.Elsewhere.class);

    assertThat(typesOf(events.take())).containsExactly(Object[].class);
    assertThat(container).isNotNull(); // holds the array until here
  }

  @Test
  void anArrayThatShrinksOrStaysIsNoGrowth() throws Exception {
    IntConsumer container = grown(ArrayFixtures.Objects.class);
    events.take();

    container.accept(LONG);
    container.accept(LONG / 2);

    assertThat(events.take()).isEmpty();
  }

  @Test
  void aLoaderThatHidesTheDoorKeepsItsClassesAsTheyAre() throws Exception {
    ArrayGrowthTransformer transformer = loader.transformer();
    ClassLoader blind = ClassLoader.getPlatformClassLoader().getParent();
    ClassLoader filtering = new ClassLoader("filtering", blind) {};
    byte[] bytes = bytesOf(ArrayFixtures.Objects.class);

    for (int i = 0; i < 2; i++) {
      assertThat(
              transformer.transform(
                  filtering.getUnnamedModule(), filtering, "app/Any", null, null, bytes))
          .isNull();
    }

    assertThat(transformer.blindLoaders()).isEqualTo(1);
    assertThat(transformer.failed()).isZero();
  }

  @Test
  void aClassThatCannotBeReadIsLeftAloneAndCounted() {
    ArrayGrowthTransformer transformer = loader.transformer();
    byte[] damaged = {1, 2, 3, 4};

    assertThat(
            transformer.transform(
                loader.getUnnamedModule(), loader, "app/Damaged", null, null, damaged))
        .isNull();
    assertThat(transformer.failed()).isEqualTo(1);
  }

  @Test
  void aClassWithoutGrowingArraysIsNotTouched() throws Exception {
    assertThat(ArrayHooker.hook(new ClassReader(bytesOf(Thread.State.class)))).isNull();
    assertThat(ArrayHooker.hook(new ClassReader(bytesOf(String.class)))).isNull();
  }

  private IntConsumer grown(Class<? extends IntConsumer> type) throws Exception {
    IntConsumer container = loader.create(type, IntConsumer.class);
    assertThat(container.getClass().getClassLoader()).isSameAs(loader);
    container.accept(LONG);
    return container;
  }

  private static List<Class<?>> typesOf(List<Door.Growth> events) {
    List<Class<?>> types = new ArrayList<>();
    for (Door.Growth event : events) {
      types.add(event.get().getClass());
    }
    return types;
  }

  private static byte[] bytesOf(Class<?> type) throws IOException {
    String path = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }
}
