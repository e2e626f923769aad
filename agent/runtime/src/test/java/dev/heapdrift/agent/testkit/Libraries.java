package dev.heapdrift.agent.testkit;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A loader with the jars of the class path for its own, whose classes may go through hooks first;
 * linking one makes the JVM verify it.
 */
public final class Libraries extends ClassLoader implements AutoCloseable {
  private final Map<String, JarFile> jars = new HashMap<>();
  private final Class<?> door;
  private final Hooks hooks;

  /** What is done to the bytes of a class before it is defined. */
  public interface Hooks {
    /** The class with its hooks, or null to leave it as it is. */
    byte[] transform(ClassLoader loader, String internalName, byte[] bytes);
  }

  /**
   * Linked classes, and those that only the hooks have broken.
   *
   * @param linked how many link with the hooks
   * @param broken name and problem of those that link differently without
   */
  public record Outcome(int linked, List<String> broken) {}

  private Libraries(Class<?> door, Hooks hooks) throws IOException {
    super(ClassLoader.getPlatformClassLoader());
    this.door = door;
    this.hooks = hooks;
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (path.endsWith(".jar")) {
        add(new JarFile(path));
      }
    }
  }

  /**
   * Links every class of the libraries with and, where it fails, without hooks.
   *
   * @param door the class that hooks call
   */
  public static Outcome link(Class<?> door, Hooks hooks) throws IOException {
    try (Libraries plain = new Libraries(door, (loader, name, bytes) -> null);
        Libraries hooked = new Libraries(door, hooks)) {
      List<String> broken = new ArrayList<>();
      int linked = 0;
      for (String name : hooked.jars.keySet()) {
        String problem = hooked.link(name);
        if (problem == null) {
          linked++;
        } else if (!problem.equals(plain.link(name))) { // a library it needs is not there
          broken.add(name + ": " + problem);
        }
      }
      return new Outcome(linked, broken);
    }
  }

  private void add(JarFile jar) {
    for (JarEntry entry : Collections.list(jar.entries())) {
      String name = entry.getName();
      if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.contains("-")) {
        jars.putIfAbsent(name.substring(0, name.length() - 6).replace('/', '.'), jar);
      }
    }
  }

  /** Links a class, and returns what went wrong, or null. */
  private String link(String name) {
    try {
      Class<?> c = Class.forName(name, false, this);
      return c.getDeclaredMethods() == null ? "unreachable" : null; // links, hence verifies
    } catch (ClassNotFoundException | LinkageError e) {
      return e.getClass().getName();
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.equals(door.getName())) {
      return door;
    }
    JarFile jar = jars.get(name);
    if (jar == null) {
      throw new ClassNotFoundException(name);
    }
    String path = name.replace('.', '/');
    try (var in = jar.getInputStream(jar.getEntry(path + ".class"))) {
      byte[] bytes = in.readAllBytes();
      byte[] changed = hooks.transform(this, path, bytes);
      byte[] used = changed == null ? bytes : changed;
      return defineClass(name, used, 0, used.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    for (JarFile jar : jars.values()) {
      jar.close();
    }
  }
}
