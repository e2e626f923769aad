package dev.heapdrift.analyzer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Evidence;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.analyzer.finding.Verdict;
import dev.heapdrift.analyzer.testing.Frames;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written compiles beside the application, and each run of it adds one entry. */
class ScenarioWriterTest {
  /** A line that ends in {@code // NAME} is where NAME inserts. */
  private static final String SHOP =
      """
      package com.app;

      import java.time.Instant;
      import java.util.*;
      import java.util.function.Consumer;

      public class Shop {
        public static final List<Object> KEPT = new ArrayList<>();

        enum State { OPEN, PAID }

        record Line(String article, int count) {}

        record Order(UUID id, State state, Line first, Line[] others, Instant at) {}

        interface Listener<E> {
          int priority();

          void heard(E event);
        }

        static class Bus {
          private final Shop shop;

          Bus(Shop shop) {
            this.shop = shop;
          }

          <E> void add(Listener<? super E> listener, E first) {
            if (listener.priority() == 0 && first != null && shop != null) {
              KEPT.add(listener); // interface
            }
          }
        }

        static final class Session {
          Session(Consumer<String> log, Map<String, List<Integer>> attributes, Object... more) {
            attributes.put("log", List.of(more.length));
            KEPT.add(this); // constructor
          }
        }

        abstract static class Base {
          void keep(int id) {
            KEPT.add(id); // abstract
          }
        }

        static long[] find(int id, String customer, long[] amounts) {
          return amounts.length + customer.length() < id ? null : store(amounts);
        }

        private static long[] store(long[] amounts) {
          KEPT.add(amounts); // private
          return amounts;
        }

        void pay(Order order) {
          Runnable later = () -> KEPT.add(order); // lambda
          later.run();
        }

        void connect(java.net.URI uri) {
          KEPT.add(uri); // unmakeable
        }

        static Object hidden() {
          return new Object() {
            void keep() {
              KEPT.add(this); // anonymous
            }
          };
        }

        public static void main(String[] args) {
          KEPT.add(args); // main
        }
      }
      """;

  @TempDir Path folder;

  private Path sources;

  @BeforeEach
  void sources() throws IOException {
    sources = folder.resolve("src");
    write("com/app/Shop.java", SHOP);
    write(
        "dev/heapdrift/junit/LeakCheck.java",
        "package dev.heapdrift.junit; public @interface LeakCheck {}");
  }

  @ParameterizedTest
  @CsvSource({
    "interface, com.app.Shop$Bus.add, ShopBusAddLeakTest",
    "constructor, com.app.Shop$Session.<init>, ShopSessionSessionLeakTest",
    "lambda, com.app.Shop.lambda$pay$0, ShopPayLeakTest",
    "private, com.app.Shop.store, ShopFindLeakTest",
  })
  void writtenTestCompilesAndEachRunAddsOne(String mark, String method, String name)
      throws Exception {
    String caller = frame("com.app.Shop.find", "amounts.length + ");

    Scenario.Test test = (Scenario.Test) of(frame(method, "// " + mark), caller);

    assertThat(test.className()).isEqualTo(name);
    assertThat(test.text()).contains("@LeakCheck").contains("// 50% of ?u0041 ? all");
    write(sources.relativize(test.file(sources)).toString(), test.text());
    assertThat(kept(name, 3)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "abstract, com.app.Shop$Base.keep, 'belongs to Shop.Base, of which there are no objects'",
    "unmakeable, com.app.Shop.connect, 'takes a java.net.URI, of which no object can be made'",
    "anonymous, com.app.Shop$1.keep, is in a class that has no name outside",
    "main, com.app.Shop.main, is the whole program",
    "private, com.app.Shop.store, is private",
    "private, com.app.Shop.keep, is not that method in the source that is there",
  })
  void whatCannotBeCalledIsSaid(String mark, String method, String reason) {
    String frame = frame(method, "// " + mark);
    Scenario.Missing missing = (Scenario.Missing) of(frame);

    assertThat(missing.reasons()).singleElement().asString().startsWith(frame).contains(reason);
  }

  @Test
  void withoutSourcesThatIsSaid() {
    String jdk = "java.util.HashMap.resize(HashMap.java:700)";
    assertThat(((Scenario.Missing) of(jdk)).reasons())
        .containsExactly("no source of any method on its path is there");
    Scenario none = new ScenarioWriter(List.of()).of(finding(jdk));
    assertThat(((Scenario.Missing) none).reasons())
        .containsExactly("no sources: --source DIR says where they are");
  }

  private Scenario of(String... frames) {
    return new ScenarioWriter(List.of(sources)).of(finding(frames));
  }

  private static Finding finding(String... frames) {
    return new Finding.Plain(
        Kind.UNBOUNDED_COLLECTION,
        new Details(
            Verdict.UNBOUNDED,
            0.9,
            "3f2a9c0d11e4b7a6",
            "50% of \\u0041 \u2028 all",
            new Container("java.util.ArrayList", null, null, 9, 1, List.of()),
            Frames.parse(frames[0]),
            null,
            List.of(new GrowthStack(null, 7, Frames.parse(frames))),
            Growth.UNMEASURED,
            new Evidence(1, 0.0, null, null, null, null, null, null, null),
            List.of(),
            List.of(),
            "Bound it.",
            List.of()));
  }

  private static String frame(String method, String text) {
    long line = SHOP.lines().takeWhile(l -> !l.contains(text)).count() + 1;
    return method + "(Shop.java:" + line + ')';
  }

  private void write(String name, String text) throws IOException {
    Path file = sources.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Compiles all sources, runs the test so often on one instance, and counts what is kept. */
  private int kept(String name, int runs) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    String path = System.getProperty("java.class.path");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                "-cp",
                path,
                "-proc:none",
                "-sourcepath",
                sources.toString(),
                sources.resolve("com/app/" + name + ".java").toString());
    assertThat(status).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> test = loader.loadClass("com.app." + name);
      Constructor<?> constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object instance = constructor.newInstance();
      Method method =
          Arrays.stream(test.getDeclaredMethods())
              .filter(m -> m.isAnnotationPresent(Test.class))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      for (int i = 0; i < runs; i++) {
        method.invoke(instance);
      }
      return ((List<?>) loader.loadClass("com.app.Shop").getField("KEPT").get(null)).size();
    }
  }
}
