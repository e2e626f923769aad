package dev.heapdrift.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Frame;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fingerprints of real frames and classes, of a program that is compiled before and after its
 * lines, lambdas and anonymous classes have moved; and these fingerprints as they are on every JDK.
 */
class FingerprintStabilityTest {
  private static final String SHOP =
      """
      package com.app;

      import java.util.Map;
      import java.util.TreeMap;
      import java.util.function.Supplier;

      public final class Shop {
        /** Class of what inserts, and its frame, by what it is. */
        public static final Map<String, Object[]> INSERTED = new TreeMap<>();

        static void record(String what, Object inserter) {
          INSERTED.put(what, new Object[] {inserter.getClass(), new Throwable().getStackTrace()[1]});
        }

        public static void run() {
          // moves
          Runnable lambda = () -> record("lambda", new Shop());
          lambda.run();
          Supplier<Runnable> outer = () -> () -> record("nested lambda", new Shop());
          outer.get().run();
          new Object() {
            void run() {
              record("anonymous class", this);
            }
          }.run();
          record("closure", lambda);
        }
      }
      """;

  private static final String MOVED =
      """
          Runnable before = () -> { };
          Runnable beside = () -> before.run();
          new Object() {
            void run() {
              beside.run();
            }
          }.run();
      """;

  /** The same on every JDK and for every compiler: a baseline outlives both. */
  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "anonymous class", "9f5a073041917ae7",
          "closure", "e50e7962903f7180",
          "lambda", "e784c5f0b1fea4ac",
          "nested lambda", "e784c5f0b1fea4ac");

  @TempDir Path folder;

  @Test
  void theyAreTheSameAfterEverythingHasMoved() throws Exception {
    Map<String, Object[]> before = inserted("before", SHOP, "17");
    Map<String, Object[]> after = inserted("after", SHOP.replace("    // moves\n", MOVED), "17");
    assertThat(names(after)).as("names that a compiler numbers").isNotEqualTo(names(before));
    assertThat(fingerprints(after)).isEqualTo(fingerprints(before)).isEqualTo(EVERYWHERE);
  }

  @Test
  void theyAreTheSameForAnotherCompiler() throws Exception {
    assertThat(fingerprints(inserted("old", SHOP, "11"))).isEqualTo(EVERYWHERE);
    String newest = Integer.toString(Runtime.version().feature());
    assertThat(fingerprints(inserted("new", SHOP, newest))).isEqualTo(EVERYWHERE);
  }

  private Map<String, Object[]> inserted(String name, String source, String release)
      throws IOException, ReflectiveOperationException {
    Path classes = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(classes.resolve("Shop.java"), source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", release, "-d", classes.toString(), file.toString());
    assertThat(status).isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      Class<?> shop = loader.loadClass("com.app.Shop");
      shop.getMethod("run").invoke(null);
      @SuppressWarnings("unchecked")
      Map<String, Object[]> inserted = (Map<String, Object[]>) shop.getField("INSERTED").get(null);
      return inserted;
    }
  }

  private static Map<String, String> fingerprints(Map<String, Object[]> inserted) {
    Map<String, String> fingerprints = new TreeMap<>();
    inserted.forEach(
        (what, by) ->
            fingerprints.put(
                what,
                Fingerprint.of(
                    Kind.UNBOUNDED_COLLECTION,
                    ((Class<?>) by[0]).getName(),
                    "com.app.Shop.ALL",
                    frame((StackTraceElement) by[1]))));
    return fingerprints;
  }

  private static List<String> names(Map<String, Object[]> inserted) {
    return inserted.values().stream().map(by -> frame((StackTraceElement) by[1]).method()).toList();
  }

  private static Frame frame(StackTraceElement element) {
    return new Frame(
        element.getClassName(),
        element.getMethodName(),
        element.getFileName(),
        element.getLineNumber());
  }
}
