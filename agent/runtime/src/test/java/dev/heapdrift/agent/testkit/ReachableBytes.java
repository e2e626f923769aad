package dev.heapdrift.agent.testkit;

import java.lang.instrument.Instrumentation;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import jdk.internal.misc.Unsafe;

/**
 * What an object of ours really takes: its bytes and those of all that it holds, each once. Not
 * followed are classes, loaders, threads, and what references refer to.
 */
public final class ReachableBytes {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final Instrumentation instrumentation;
  private final IdentityHashMap<Object, Object> seen = new IdentityHashMap<>();
  private final ArrayDeque<Object> waiting = new ArrayDeque<>();

  private ReachableBytes(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Bytes of {@code root} and what it holds. */
  public static long of(Object root, Instrumentation instrumentation) {
    return new ReachableBytes(instrumentation).walk(root);
  }

  private long walk(Object root) {
    long bytes = 0;
    meet(root);
    for (Object next = waiting.poll(); next != null; next = waiting.poll()) {
      bytes += instrumentation.getObjectSize(next);
      if (next instanceof Object[] array) {
        for (Object element : array) {
          meet(element);
        }
      }
      for (Class<?> c = next.getClass(); c != null && c != Reference.class; c = c.getSuperclass()) {
        meetFields(next, c);
      }
    }
    return bytes;
  }

  private void meetFields(Object object, Class<?> declaring) {
    for (Field field : declaring.getDeclaredFields()) {
      if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
        meet(UNSAFE.getReference(object, UNSAFE.objectFieldOffset(field)));
      }
    }
  }

  private void meet(Object object) {
    boolean border =
        object == null
            || object instanceof Class<?>
            || object instanceof ClassLoader
            || object instanceof Thread
            || object instanceof Instrumentation;
    if (!border && seen.putIfAbsent(object, object) == null) {
      waiting.add(object);
    }
  }
}
