package dev.heapdrift.agent.instances;

import dev.heapdrift.agent.growth.HookedMethod;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;

/**
 * A method that makes or starts an instance, {@code this}, or is handed one.
 *
 * @param place its number at the door
 * @param local the local variable with the instance: 0 is {@code this}, or the first argument where
 *     the method is static
 * @param name its name
 * @param descriptors its descriptor, one per JDK where they differ
 * @param shown what instances made here are called, or null for the name of their class
 */
record MakingMethod(int place, int local, String name, List<String> descriptors, String shown)
    implements HookedMethod {

  MakingMethod(int place, String name, List<String> descriptors, String shown) {
    this(place, 0, name, descriptors, shown);
  }

  @Override
  public MethodVisitor hook(MethodVisitor to, String owner, String key, Set<String> bound) {
    return new MakingHook(to, this, key, bound);
  }
}
