package dev.heapdrift.samples.endtoend;

import dev.heapdrift.samples.leaks.Pace;
import java.time.format.DecimalStyle;
import java.util.Locale;

/**
 * What runs in the spawned JVM of {@link KnownGrowthIT}: fills registries of the JDK without a
 * pause, as a large service does while it starts.
 */
final class JdkRegistries {

  /** Slow enough that a minute ends below what the catalogue knows of locales. */
  private static final int PER_SECOND = 150;

  private JdkRegistries() {}

  public static void main(String[] args) throws InterruptedException {
    Pace.of(args)
        .run(
            PER_SECOND,
            turn -> {
              DecimalStyle.of(Locale.forLanguageTag("en-x-v" + turn));
              missing("org.example.Missing" + turn);
            });
  }

  private static void missing(String className) {
    try {
      throw new AssertionError(Class.forName(className));
    } catch (ClassNotFoundException expected) {
      // its name is locked from now on
    }
  }
}
