package dev.heapdrift.agent.alloc.hook;

import dev.heapdrift.agent.alloc.SiteTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Defines classes from bytes that have gone through the hooks: generated ones, or a test's own. */
final class HookingLoader extends ClassLoader {
  final AllocationTransformer transformer;
  private final Map<String, byte[]> generated = new HashMap<>();
  private final String prefix;

  /**
   * Creates a loader.
   *
   * @param outer it and its nested classes are defined anew
   */
  HookingLoader(SiteTable sites, Class<?> outer) {
    this(outer, new AllocationTransformer(sites, name -> true, loader -> true, null));
  }

  /** Creates a loader that transforms as another. */
  HookingLoader(Class<?> outer, AllocationTransformer transformer) {
    super(outer.getClassLoader());
    prefix = outer.getName();
    this.transformer = transformer;
  }

  /** Defines a generated class, hooked. */
  Class<?> define(String name, byte[] bytes) throws ClassNotFoundException {
    generated.put(name, bytes);
    return loadClass(name);
  }

  /** What the hooks make of a class, or null for nothing. */
  byte[] transform(String name, byte[] bytes) {
    return transformer.transform(
        getUnnamedModule(), this, name.replace('.', '/'), null, null, bytes);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!generated.containsKey(name) && !name.startsWith(prefix)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : defineHooked(name);
    }
  }

  private Class<?> defineHooked(String name) throws ClassNotFoundException {
    byte[] bytes = generated.containsKey(name) ? generated.get(name) : resource(name);
    byte[] changed = transform(name, bytes);
    byte[] used = changed == null ? bytes : changed;
    return defineClass(name, used, 0, used.length);
  }

  private byte[] resource(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
