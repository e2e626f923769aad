package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.hooks.Door;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What injected code calls is small enough to be inlined wherever it is called. */
class DoorSizeTest {
  private static final int MAX_INLINE_SIZE = 35;

  private static final Set<String> HOOKS =
      Set.of("grown", "counted", "stored", "swapped", "swapping", "copied", "copyGrown");

  @Test
  void everyHookIsInlinable() throws IOException {
    Map<String, Integer> sizes;
    try (InputStream in = Door.class.getResourceAsStream("Door.class")) {
      sizes = CodeSizes.of(in.readAllBytes());
    }
    sizes.keySet().removeIf(method -> !HOOKS.contains(method.substring(0, method.indexOf('('))));

    assertThat(sizes).hasSizeGreaterThan(HOOKS.size());
    assertThat(sizes).allSatisfy((method, size) -> assertThat(size).isLessThan(MAX_INLINE_SIZE));
  }
}
