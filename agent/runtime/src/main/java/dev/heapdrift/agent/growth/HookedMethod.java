package dev.heapdrift.agent.growth;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;

/** A method of the JDK that gets a hook. */
public interface HookedMethod {

  /** Its name. */
  String name();

  /** Its descriptor, one per JDK where they differ; one of them must bind. */
  List<String> descriptors();

  /**
   * Puts the hook into the method on its way to {@code to}: a straight line, so that no frame
   * changes.
   *
   * @param owner internal name of the class
   * @param key what to add to {@code bound} once the hook has been put in
   * @param bound the hooks that are in
   */
  MethodVisitor hook(MethodVisitor to, String owner, String key, Set<String> bound);

  /** Whether the method of a class file is this one. */
  default boolean matches(String methodName, String descriptor) {
    return name().equals(methodName) && descriptors().contains(descriptor);
  }
}
