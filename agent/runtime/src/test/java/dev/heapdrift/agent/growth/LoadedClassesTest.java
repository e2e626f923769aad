package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Classes that were there before the agent are hooked, and unhooked when it leaves. */
class LoadedClassesTest {
  private final Instrumentation instrumentation = ByteBuddyAgent.install();
  private final DoorEvents events = new DoorEvents();
  private final List<String> told = new ArrayList<>();
  private final ArrayGrowthTransformer transformer =
      new ArrayGrowthTransformer(
          instrumentation, (loader, reader) -> told.add(reader.getClassName()), null);

  @AfterEach
  void takeEverythingBack() {
    transformer.close();
    events.close();
  }

  @Test
  void aLoadedClassIsHookedAndUnhooked() {
    IntConsumer container = new ArrayFixtures.Objects();
    container.accept(2_000);
    assertThat(events.take()).isEmpty();

    instrumentation.addTransformer(transformer, true);
    LoadedClasses before = transformer.loadedBefore(ArrayFixtures.Objects.class::equals);
    assertThat(before.step()).isFalse();
    container.accept(4_000);
    assertThat(events.take()).hasSize(1);
    assertThat(told).contains("dev/heapdrift/agent/growth/ArrayFixtures$Objects");

    transformer.close();
    container.accept(8_000);
    assertThat(events.take()).isEmpty();
  }

  @Test
  void installingRehearsesWithoutAFailure() {
    try (ArrayGrowthTransformer installed =
        ArrayGrowthTransformer.install(instrumentation, (loader, reader) -> {})) {
      assertThat(installed.failed()).isZero();
      assertThat(installed.blindLoaders()).isZero();
    }
  }

  @Test
  void manyClassesTakeManySteps() {
    instrumentation.addTransformer(transformer, true);
    LoadedClasses before =
        transformer.loadedBefore(c -> c.getName().startsWith("org.assertj.core"));
    int steps = 1;
    while (before.step()) {
      steps++;
    }

    assertThat(steps).isGreaterThan(1);
    assertThat(told).hasSizeGreaterThan((steps - 1) * LoadedClasses.BATCH);
  }
}
