package dev.heapdrift.samples.leaks.pluginloaders;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A host that loads its plugin anew whenever it changes. The one that serves is looked up by name
 * and version, and those of older versions are forgotten in the table.
 */
public final class Leaky {
  private static final URL ARCHIVE =
      Leaky.class.getProtectionDomain().getCodeSource().getLocation();

  private static final Map<String, URLClassLoader> LOADERS = new HashMap<>();

  private int served;

  private Leaky() {}

  /** Eight versions a second. */
  public static void main(String[] args) throws InterruptedException {
    Leaky host = new Leaky();
    OldCollections collections = new OldCollections(700);
    int versions =
        Pace.of(args)
            .run(
                8,
                turn -> {
                  host.reload("plugin-" + turn);
                  collections.ifDue();
                });
    System.out.println(versions + " versions, served " + host.served);
  }

  private void reload(String version) {
    LOADERS.put(version, new URLClassLoader(new URL[] {ARCHIVE}, null)); // grows: plugin-loaders
    served += serve(LOADERS.get(version)).length();
  }

  private static String serve(ClassLoader loader) {
    try {
      Class<?> plugin = Class.forName(Leaky.class.getPackageName() + ".Plugin", true, loader);
      return ((Supplier<?>) plugin.getConstructor().newInstance()).get().toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
