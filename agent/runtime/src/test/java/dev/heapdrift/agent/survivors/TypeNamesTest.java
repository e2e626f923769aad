package dev.heapdrift.agent.survivors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypeNamesTest {

  @Test
  void printsEveryClassAsItsSourceWould() {
    for (Class<?> c :
        List.of(
            boolean[].class,
            byte[].class,
            char[][].class,
            short[].class,
            int[].class,
            long[].class,
            float[].class,
            double[].class,
            Object[].class,
            String[][][].class,
            String.class)) {
      assertThat(TypeNames.printed(c.getName())).isEqualTo(c.getTypeName());
    }
  }

  @Test
  void whatItDoesNotKnowStaysAsItIs() {
    assertThat(TypeNames.printed("?")).isEqualTo("?");
    assertThat(TypeNames.printed("[")).isEqualTo("[");
    assertThat(TypeNames.printed("")).isEmpty();
  }
}
