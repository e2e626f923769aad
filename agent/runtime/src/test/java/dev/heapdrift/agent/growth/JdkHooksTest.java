package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.ContainerFacts;
import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

/** A JDK that is not as the table says is told about, and harms nothing. */
class JdkHooksTest {
  private final Instrumentation instrumentation = ByteBuddyAgent.install();

  @Test
  void aMethodThatIsGoneIsTold() {
    assertThat(missing(row("java.util.ArrayList", "growSomehow")))
        .containsExactly(
            "java.util.ArrayList.growSomehow is not in this JDK as it was in 17 and 25:"
                + " growth through it is not noticed");
  }

  @Test
  void aClassThatIsGoneIsTold() {
    assertThat(missing(row("java.util.Gone", "grow")))
        .containsExactly("java.util.Gone is not in this JDK: its growth is not noticed");
  }

  @Test
  void aModuleThatIsNotThereIsNothingToTell() {
    assertThat(missing(row("javax.gone.Listeners", "add"))).isEmpty();
  }

  private List<String> missing(Structure row) {
    try (JdkHooks probe = JdkHooks.install(instrumentation, List.of(row))) {
      return probe.missing();
    }
  }

  private static Structure row(String className, String method) {
    return new Structure(
        className,
        ContainerFacts.Structure.LIST,
        List.of(GrowthMethod.at(method, "(I)V", new CapacitySource.Argument(1))),
        new SizeSource.Field("size"),
        new ElementShape.None());
  }
}
