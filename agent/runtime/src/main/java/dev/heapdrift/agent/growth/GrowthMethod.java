package dev.heapdrift.agent.growth;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;

/**
 * A method that runs when a structure grows.
 *
 * @param name its name
 * @param descriptors its descriptor, one per JDK where they differ; one of them must bind
 * @param call name of the method at whose only call the hook stands, before it but for a {@link
 *     CapacitySource.ReturnedCount}; null for a hook at entry
 * @param capacity where the capacity comes from
 */
public record GrowthMethod(
    String name, List<String> descriptors, String call, CapacitySource capacity)
    implements HookedMethod {

  /** Copies the descriptors. */
  public GrowthMethod {
    descriptors = List.copyOf(descriptors);
  }

  static GrowthMethod at(String name, String descriptor, CapacitySource capacity) {
    return new GrowthMethod(name, List.of(descriptor), null, capacity);
  }

  /** Before the call, because the rest of the method runs at every insertion. */
  static GrowthMethod before(String call, String name, String descriptor, CapacitySource capacity) {
    return new GrowthMethod(name, List.of(descriptor), call, capacity);
  }

  static GrowthMethod after(String call, String name, String descriptor) {
    return new GrowthMethod(name, List.of(descriptor), call, new CapacitySource.ReturnedCount());
  }

  @Override
  public MethodVisitor hook(MethodVisitor to, String owner, String key, Set<String> bound) {
    return new JdkHook(to, owner, this, key, bound);
  }
}
