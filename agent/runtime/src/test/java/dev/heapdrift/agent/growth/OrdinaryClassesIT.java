package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Libraries;
import dev.heapdrift.hooks.Door;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The classes of all libraries on the test's class path, each defined from bytes that have gone
 * through the hooks, and linked, so that the JVM verifies them.
 */
class OrdinaryClassesIT {
  private static final int ENOUGH = 10_000;

  @Test
  void tenThousandClassesStillLoadAndVerify() throws IOException {
    ArrayGrowthTransformer transformer =
        new ArrayGrowthTransformer(null, (loader, reader) -> {}, null);
    Libraries.Outcome outcome =
        Libraries.link(
            Door.class,
            (loader, name, bytes) ->
                transformer.transform(loader.getUnnamedModule(), loader, name, null, null, bytes));

    assertThat(outcome.broken()).isEmpty();
    assertThat(outcome.linked()).isGreaterThanOrEqualTo(ENOUGH);
    assertThat(transformer.failed()).isZero();
    assertThat(transformer.hooked()).isGreaterThan(ENOUGH / 20);
    System.out.println(
        "classes linked: " + outcome.linked() + ", of them hooked: " + transformer.hooked());
  }
}
