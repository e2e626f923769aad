package dev.heapdrift.agent.growth;

import dev.heapdrift.snapshot.ContainerFacts;
import java.util.List;

/**
 * One of the JDK's structures: a row of {@link GrowthTable}.
 *
 * @param className binary name, such as {@code java.util.HashMap}
 * @param kind what the snapshot calls it
 * @param methods what is hooked; empty where no method runs only when it grows
 * @param size where its size stands
 * @param shape how it holds its elements
 */
public record Structure(
    String className,
    ContainerFacts.Structure kind,
    List<GrowthMethod> methods,
    SizeSource size,
    ElementShape shape)
    implements HookedClass {

  /** Copies the methods. */
  public Structure {
    methods = List.copyOf(methods);
  }

  /** Whether it tells that it grows; the others are met by walks of the heap. */
  public boolean hooked() {
    return !methods.isEmpty();
  }

  @Override
  public String watched() {
    return "growth";
  }
}
