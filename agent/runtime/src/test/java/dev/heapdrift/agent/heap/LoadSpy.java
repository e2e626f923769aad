package dev.heapdrift.agent.heap;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;

/**
 * Defines a few classes itself, hands the rest to its parent, and remembers all it was asked for.
 */
final class LoadSpy extends ClassLoader {
  private final List<String> own;
  private final FieldNames names;
  private final List<String> asked = new ArrayList<>();

  LoadSpy(FieldNames names, Class<?>... own) {
    super(LoadSpy.class.getClassLoader());
    this.names = names;
    this.own = List.of(own).stream().map(Class::getName).toList();
  }

  /** The classes asked for since the last call. */
  List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  /** This loader's definition of a class, initialised. */
  Class<?> initialised(Class<?> c) throws ClassNotFoundException {
    return Class.forName(c.getName(), true, this);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    asked.add(name);
    Class<?> known = findLoadedClass(name);
    if (known != null || !own.contains(name)) {
      return known != null ? known : super.loadClass(name, resolve);
    }
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = in.readAllBytes();
      if (names != null) {
        names.record(this, new ClassReader(bytes));
      }
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
