package dev.heapdrift.agent.alloc.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.alloc.SiteTable;
import dev.heapdrift.hooks.Allocations;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/**
 * The classes of all libraries on the test's class path, each defined from bytes that have gone
 * through the hooks, and linked, so that the JVM verifies them.
 */
class OrdinaryClassesIT {
  private static final int ENOUGH = 10_000;

  @Test
  void tenThousandClassesStillLoadAndVerify() throws IOException {
    try (Libraries plain = new Libraries(false);
        Libraries hooked = new Libraries(true)) {
      List<String> broken = new ArrayList<>();
      int linked = 0;
      for (String name : hooked.names()) {
        String problem = hooked.link(name);
        if (problem == null) {
          linked++;
        } else if (!problem.equals(plain.link(name))) { // a library it needs is not there
          broken.add(name + ": " + problem);
        }
      }

      assertThat(broken).isEmpty();
      assertThat(linked).isGreaterThanOrEqualTo(ENOUGH);
      Unhooked unhooked = hooked.transformer.unhooked();
      assertThat(unhooked.count(Unhooked.Reason.DAMAGED)).isZero();
      assertThat(unhooked.count(Unhooked.Reason.LOST)).isZero();
      assertThat(hooked.transformer.hooked()).isGreaterThan(ENOUGH / 4);
      System.out.println(
          "classes linked: "
              + linked
              + ", of them hooked: "
              + hooked.transformer.hooked()
              + ", at sites: "
              + hooked.sites.size()
              + " "
              + unhooked.sentences());
    }
  }

  /** A loader with the class path's jars of its own, but for the door. */
  private static final class Libraries extends ClassLoader implements AutoCloseable {
    private final Map<String, JarFile> jars = new HashMap<>();
    private final boolean hooking;
    private final SiteTable sites = new SiteTable();
    private final AllocationTransformer transformer =
        new AllocationTransformer(sites, name -> true, loader -> true, null);

    Libraries(boolean hooking) throws IOException {
      super(ClassLoader.getPlatformClassLoader());
      this.hooking = hooking;
      for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (path.endsWith(".jar")) {
          add(new JarFile(path));
        }
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

    Iterable<String> names() {
      return jars.keySet();
    }

    /** Links a class, and returns what went wrong, or null. */
    String link(String name) {
      try {
        Class<?> c = Class.forName(name, false, this);
        return c.getDeclaredMethods() == null ? "unreachable" : null; // links, hence verifies
      } catch (ClassNotFoundException | LinkageError e) {
        return e.getClass().getName();
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.equals(Allocations.class.getName())) {
        return Allocations.class;
      }
      JarFile jar = jars.get(name);
      if (jar == null) {
        throw new ClassNotFoundException(name);
      }
      String path = name.replace('.', '/');
      try (var in = jar.getInputStream(jar.getEntry(path + ".class"))) {
        byte[] bytes = in.readAllBytes();
        byte[] changed =
            hooking
                ? transformer.transform(getUnnamedModule(), this, path, null, null, bytes)
                : null;
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
}
