package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.heap.FieldLayouts;
import dev.heapdrift.agent.heap.FieldLayouts.RefField;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.heap.Heap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.objectweb.asm.ClassReader;

/** What the registry reads with, with the classes of a test recorded as at class loading. */
final class Reader {
  final Heap heap = Heap.open();
  final FieldNames names = new FieldNames();
  final FieldLayouts layouts = new FieldLayouts(heap, names);
  final Instrumentation instrumentation = ByteBuddyAgent.install();

  Reader(Class<?>... classes) {
    for (Class<?> c : classes) {
      record(c);
    }
  }

  /** Records the fields of a class and its superclasses. */
  Reader record(Class<?> type) {
    for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      try (InputStream in =
          c.getClassLoader().getResourceAsStream(c.getName().replace('.', '/') + ".class")) {
        names.record(c.getClassLoader(), new ClassReader(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  ContainerRegistry registry(int maxContainers) {
    return new ContainerRegistry(heap, layouts, instrumentation::getObjectSize, maxContainers, 32);
  }

  /** What a field of an object, of a class that has been recorded or is the JDK's, refers to. */
  Object field(Object base, String name) {
    for (RefField field : layouts.instanceFields(base.getClass())) {
      if (field.name().equals(name)) {
        return heap.reference(base, field.offset());
      }
    }
    throw new AssertionError(base.getClass() + " has no field " + name);
  }
}
