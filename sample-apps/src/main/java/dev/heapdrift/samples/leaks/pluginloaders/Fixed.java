package dev.heapdrift.samples.leaks.pluginloaders;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The same host; a new version takes the place of the old one, which is closed. */
public final class Fixed {
  private static final URL ARCHIVE =
      Fixed.class.getProtectionDomain().getCodeSource().getLocation();

  private static final Map<String, URLClassLoader> LOADERS = new HashMap<>();

  private int served;

  private Fixed() {}

  /** Eight versions a second. */
  public static void main(String[] args) throws InterruptedException {
    Fixed host = new Fixed();
    OldCollections collections = new OldCollections(700);
    int versions =
        Pace.of(args)
            .run(
                8,
                turn -> {
                  host.reload("plugin");
                  collections.ifDue();
                });
    System.out.println(versions + " versions, served " + host.served);
  }

  private void reload(String name) {
    URLClassLoader old = LOADERS.put(name, new URLClassLoader(new URL[] {ARCHIVE}, null));
    if (old != null) {
      close(old);
    }
    served += serve(LOADERS.get(name)).length();
  }

  private static void close(URLClassLoader loader) {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String serve(ClassLoader loader) {
    try {
      Class<?> plugin = Class.forName(Fixed.class.getPackageName() + ".Plugin", true, loader);
      return ((Supplier<?>) plugin.getConstructor().newInstance()).get().toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
