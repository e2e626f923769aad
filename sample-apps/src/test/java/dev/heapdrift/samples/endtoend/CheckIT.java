package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recipes of docs/ci.md, word for word, in a checkout whose program leaks in three places. A
 * baseline is made of it; then its lines, lambdas and classes move and a fourth leak is added, and
 * every recipe fails on that one alone.
 */
class CheckIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Pattern COMMAND = Pattern.compile("java -jar heapdrift\\.jar [^'|`\n]*");

  /** Of the listeners, the lambda and the anonymous class: the same on every JDK. */
  private static final List<String> FINGERPRINTS =
      List.of("61184e54eeae0e97", "77ec22f569eaea52", "b5261ad19d6acf15");

  private static final String SHOP =
      """
      package com.app;

      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.ArrayList;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;
      import java.util.concurrent.TimeUnit;
      import java.util.function.IntConsumer;

      public final class Shop {
        private static final Map<Integer, long[]> PRICES = new HashMap<>();
        private static final Map<Long, String> SESSIONS = new ConcurrentHashMap<>();
        private static final List<Runnable> LISTENERS = new ArrayList<>();
        private static final List<String> AUDIT = new ArrayList<>();
        private static int heard;

        public static void main(String[] args) throws InterruptedException {
          long start = System.nanoTime();
          // moves
          IntConsumer price = id -> PRICES.put(id, new long[4]);
          Runnable open =
              new Runnable() {
                private long id;

                @Override
                public void run() {
                  SESSIONS.put(id++, "session " + id);
                }
              };
          for (int turn = 0; turn % 20 > 0 || isOpen(start, turn); turn++) {
            price.accept(turn);
            open.run();
            addListener(() -> heard++);
            // adds
          }
        }

        // 2,000 turns a second until somebody has seen enough; a busy machine catches up
        private static boolean isOpen(long start, int turn) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(start + turn * 500_000L - System.nanoTime());
          return Files.notExists(Path.of("enough"));
        }

        private static void addListener(Runnable listener) {
          LISTENERS.add(listener);
        }

        private static void audit(String line) {
          AUDIT.add(line); // new
        }
      }
      """;

  private static final String MOVED =
      """
          Runnable first = () -> heard--;
          Runnable second =
              new Runnable() {
                @Override
                public void run() {
                  first.run();
                }
              };
          second.run();
      """;

  @TempDir Path checkout;
  @TempDir Path output;

  @Test
  void recipesFailOnTheNewLeakAloneWhateverWasMoved() throws Exception {
    Files.copy(Built.CLI, checkout.resolve("heapdrift.jar"));
    build(SHOP);
    List<String> byHand = commands("# In a build\n");
    runUntilFound(0, byHand.get(0));
    sh(byHand.get(1), Map.of()).exitedWith(0);
    JsonNode entries = json("heapdrift-baseline.json").get("entries");
    assertThat(texts(entries, "fingerprint")).containsExactlyInAnyOrderElementsOf(FINGERPRINTS);

    String changed =
        SHOP.replace("    // moves\n", MOVED).replace("// adds", "audit(\"turn \" + turn);");
    build(changed);
    List<String> github = commands("## GitHub Actions\n");
    runUntilFound(1, github.get(0));
    Program check =
        sh(
            github.get(1),
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", checkout.toString()));
    check.exitedWith(1);
    long line = changed.lines().takeWhile(text -> !text.endsWith("// new")).count() + 1;
    assertThat(check.out().lines().filter(text -> text.startsWith("::error")))
        .singleElement()
        .asString()
        .startsWith("::error file=src/main/java/com/app/Shop.java,line=" + line + ",")
        .contains("com.app.Shop.AUDIT");
    JsonNode results = json("leaks.sarif").at("/runs/0/results");
    assertThat(texts(results, "baselineState").stream().filter("unchanged"::equals)).hasSize(3);

    for (String system : List.of("## GitLab\n", "## Jenkins\n", "## Gradle\n")) {
      sh(commands(system).get(1), Map.of()).exitedWith(1);
    }
    assertThat(checkout.resolve("leaks.xml")).content().contains("failures=\"1\"");
    assertThat(json("leaks.json").at("/0/location/path").asText())
        .isEqualTo("src/main/java/com/app/Shop.java");
  }

  /** By a recipe, whose program goes on until it has shown the three leaks and so many others. */
  private void runUntilFound(int others, String recipe) throws IOException, InterruptedException {
    Path drift = checkout.resolve("drift");
    Path enough = checkout.resolve("enough");
    delete(drift);
    Files.deleteIfExists(enough);
    try (Running run = Running.start(shell(recipe, Map.of()), output)) {
      Written written = new Written(drift, run);
      Leaks seen = written.until(found -> found.found(FINGERPRINTS, others));
      Files.createFile(enough);
      run.ended(LIMIT).exitedWith(0);
      written.asSeen(seen);
    }
  }

  private void build(String shop) throws IOException {
    Path source = checkout.resolve("src/main/java/com/app/Shop.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, shop);
    Path classes = checkout.resolve("classes");
    delete(classes);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertThat(status).isZero();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "com.app.Shop");
    try (OutputStream file = Files.newOutputStream(checkout.resolve("service.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      for (Path type : files(classes)) {
        jar.putNextEntry(new JarEntry(classes.relativize(type).toString().replace('\\', '/')));
        Files.copy(type, jar);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    Files.deleteIfExists(folder.resolve("com/app"));
    Files.deleteIfExists(folder.resolve("com"));
    Files.deleteIfExists(folder);
  }

  private static List<String> commands(String heading) throws IOException {
    String page = Files.readString(Built.ROOT.resolve("docs/ci.md"));
    int from = page.indexOf(heading);
    assertThat(from).as(heading).isNotNegative();
    int to = page.indexOf("\n## ", from + heading.length());
    return COMMAND
        .matcher(page.substring(from, to < 0 ? page.length() : to))
        .results()
        .map(match -> match.group().strip())
        .toList();
  }

  private Program sh(String command, Map<String, String> environment)
      throws IOException, InterruptedException {
    return Program.ended(shell(command, environment), output, LIMIT);
  }

  // As the systems do, in a shell; with twice as many snapshots, in half of the time.
  private ProcessBuilder shell(String command, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", command).directory(checkout.toFile());
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    Map<String, String> variables = builder.environment();
    variables.merge("PATH", java, (path, first) -> first + File.pathSeparator + path);
    variables.put("HEAPDRIFT_RUN_INTERVAL", "500ms");
    variables.putAll(environment);
    return builder;
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(checkout.resolve(name).toFile());
  }

  private static List<String> texts(JsonNode nodes, String key) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> node.path(key).asText())
        .toList();
  }
}
