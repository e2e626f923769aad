package dev.heapdrift.agent.alloc.hook;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Proxy;
import java.security.ProtectionDomain;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * The JVM's instrumentation as if no class were loaded but a test's own: the door of a unit test is
 * not where the JDK's classes find it.
 */
final class OnlyFixtures {
  private final Instrumentation jvm = ByteBuddyAgent.install();
  private final List<Class<?>> fixtures;
  private ClassFileTransformer filtering;
  private int transformers;
  private int retransformed;

  OnlyFixtures(Class<?>... fixtures) {
    this.fixtures = List.of(fixtures);
  }

  /** Transformers added and not removed. */
  int transformers() {
    return transformers;
  }

  /** Classes retransformed so far. */
  int retransformed() {
    return retransformed;
  }

  Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            OnlyFixtures.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAllLoadedClasses" -> fixtures.toArray(new Class<?>[0]);
                  case "addTransformer" -> add((ClassFileTransformer) arguments[0]);
                  case "removeTransformer" -> remove();
                  case "retransformClasses" -> retransform((Class<?>[]) arguments[0]);
                  case "isModifiableClass" -> true;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Object add(ClassFileTransformer transformer) {
    transformers++;
    filtering = new Filtering(transformer, fixtures);
    jvm.addTransformer(filtering, true);
    return null;
  }

  private boolean remove() {
    transformers--;
    return jvm.removeTransformer(filtering);
  }

  private Object retransform(Class<?>... classes) throws UnmodifiableClassException {
    retransformed += classes.length;
    jvm.retransformClasses(classes);
    return null;
  }

  private record Filtering(ClassFileTransformer to, List<Class<?>> fixtures)
      implements ClassFileTransformer {
    @Override
    public byte[] transform(
        Module module,
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] bytes)
        throws IllegalClassFormatException {
      return fixtures.contains(redefined)
          ? to.transform(module, loader, name, redefined, domain, bytes)
          : null;
    }
  }
}
