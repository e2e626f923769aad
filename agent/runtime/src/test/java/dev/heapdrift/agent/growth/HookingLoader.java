package dev.heapdrift.agent.growth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Defines a class and its nested classes anew, from bytes that have gone through the hooks. */
final class HookingLoader extends ClassLoader {
  private final String prefix;
  private final ArrayGrowthTransformer transformer =
      new ArrayGrowthTransformer(null, (loader, reader) -> {}, null);

  HookingLoader(Class<?> outer) {
    super(outer.getClassLoader());
    this.prefix = outer.getName();
  }

  /** A new instance of {@code type} as this loader defines it. */
  <T> T create(Class<? extends T> type, Class<T> as) throws ReflectiveOperationException {
    var constructor = loadClass(type.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return as.cast(constructor.newInstance());
  }

  ArrayGrowthTransformer transformer() {
    return transformer;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(prefix)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/');
    try (InputStream in = getParent().getResourceAsStream(path + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      byte[] changed = transformer.transform(getUnnamedModule(), this, path, null, null, bytes);
      byte[] used = changed == null ? bytes : changed;
      return defineClass(name, used, 0, used.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
