package dev.heapdrift.agent.alloc.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hooked classes verify, run as before, and tell of everything that their bytecode makes. */
class EveryWayTest {
  private final Recorded recorded = new Recorded();
  private final HookingLoader loader = new HookingLoader(recorded.sites, Ways.class);

  @AfterEach
  void closeTheDoor() {
    recorded.close();
  }

  @ParameterizedTest
  @EnumSource
  void isToldExactlyOnce(Ways way) throws Exception {
    Object made = run(way); // what linking makes is not counted
    recorded.take();

    run(way);

    assertThat(recorded.takeTypes().stream().map(EveryWayTest::shortened))
        .as("made by %s", made)
        .isEqualTo(way.types());
  }

  @Test
  void theSiteIsTheInstruction() throws Exception {
    run(Ways.ESCAPING_THIS);
    recorded.take();

    run(Ways.ESCAPING_THIS);

    List<Recorded.Made> made = recorded.take();
    assertThat(made.get(1).site())
        .returns(Ways.Escaping.class.getName(), site -> site.className())
        .returns("<init>", site -> site.method())
        .returns("(Ljava/util/List;)V", site -> site.descriptor())
        .returns("Ways.java", site -> site.file())
        .returns(0, site -> site.ordinal())
        .returns(Ways.Pair.class.getName(), site -> site.type())
        .returns(false, site -> site.jdk());
    assertThat(made.get(2).site().line()).isLessThan(made.get(1).site().line());
  }

  @Test
  void nothingIsLeftOut() throws Exception {
    for (Ways way : Ways.values()) {
      run(way);
    }

    assertThat(loader.transformer.unhooked().sentences()).isEmpty();
  }

  private Object run(Ways way) throws Exception {
    Class<?> hooked = loader.loadClass(Ways.class.getName());
    assertThat(hooked).isNotSameAs(Ways.class);
    Method run = hooked.getDeclaredMethod("run", String.class);
    run.setAccessible(true);
    return run.invoke(null, way.name());
  }

  private static String shortened(String type) {
    return type.contains("$$Lambda") ? "lambda" : type.replace(Ways.class.getName() + "$", "");
  }
}
