package dev.heapdrift.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.ReachableBytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the registry says that it holds, beside what it does hold. */
class RegistryBytesTest {
  private static final int CONTAINERS = 2000;

  private final Reader reader = new Reader();
  private final ContainerRegistry registry = reader.registry(10_000);
  private final Growths growths = new Growths();
  private final long empty = ReachableBytes.of(registry, reader.instrumentation);
  private final List<List<Object>> held = new ArrayList<>();

  @Test
  void ofWhatHasGrownOnce() {
    grow(1);
    assertThatItIsAboutRight();
  }

  @Test
  void ofWhatGrowsAgainAndAgain() {
    for (int round = 1; round <= 70; round++) { // the axis is full, and so is each history
      grow(round < 5 ? round : 0);
      registry.readSizes(new Now(1000L * round, 0, 0));
    }
    assertThatItIsAboutRight();
  }

  /** Sizes differ by JDK and by what was sampled. */
  private void assertThatItIsAboutRight() {
    long holds = ReachableBytes.of(registry, reader.instrumentation) - empty;
    assertThat((double) registry.bytes()).isBetween(holds / 1.3, holds * 1.3);
  }

  /** Has each of the containers grow once more; 0 grows none. */
  private void grow(int round) {
    for (int i = 0; i < CONTAINERS && round > 0; i++) {
      if (held.size() <= i) {
        held.add(new ArrayList<>());
      }
      registry.observe(growths.of(held.get(i), 1024 << round), new Now(1000L * round, 0, 0));
    }
  }
}
