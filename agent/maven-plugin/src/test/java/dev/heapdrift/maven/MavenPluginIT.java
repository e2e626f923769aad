package dev.heapdrift.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.maven.SpawnedMaven.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A project of a user in a Maven of its own: two forks, one of which leaks, and JaCoCo. */
class MavenPluginIT {
  private static final Path WORK = Path.of("target/it").toAbsolutePath();
  private static final Path SAMPLE = Path.of("src/test/sample");
  private static final Pattern FINGERPRINT = Pattern.compile(" ([0-9a-f]{16})\\s");
  private static final String TESTS = "-Dtest=OrdersFindLeakTest,PricesCheck";

  private static SpawnedMaven maven;
  private static Path project;
  private static Path stale;
  private static Ended verify;

  /** The build that all tests look at. */
  @BeforeAll
  static void build() throws Exception {
    project = copied("shop");
    Path built = WORK.resolve("built");
    new BuiltRepository(built, System.getProperty("it.version.heapdrift")).lay();
    maven = new SpawnedMaven(WORK, built);
    // What a build before this one has left must not be judged again.
    stale = snapshots().resolve("fork-1/stale-000001.hds");
    Files.createDirectories(stale.getParent());
    Files.writeString(stale, "no snapshot");
    Files.setLastModifiedTime(stale, FileTime.from(Instant.EPOCH));
    verify = maven.run(project, List.of("verify"));
  }

  @Test
  void leakOfOneForkFailsTheBuild() {
    assertThat(verify.code()).as(verify.output()).isOne();
    assertThat(verify.output())
        .contains("Tests run: 2, Failures: 0, Errors: 0")
        .contains("heapdrift check fails: 1 new")
        .contains("com.example.shop.Orders.FOUND")
        .containsPattern("(?m)^::error file=src/main/java/com/example/shop/Orders.java,line=13,");
    assertThat(stale).doesNotExist();
    assertThat(snapshots().resolve("fork-1")).isNotEmptyDirectory();
    assertThat(snapshots().resolve("fork-2")).isNotEmptyDirectory();
    assertThat(project.resolve("target/jacoco.exec")).isNotEmptyFile();
    Path reports = project.resolve("target/heapdrift");
    assertThat(reports.resolve("leaks.html")).content().contains("com.example.shop.Orders.FOUND");
    assertThat(reports.resolve("leaks-junit.xml")).content().contains("failures=\"1\"");
    assertThat(reports.resolve("leaks.sarif"))
        .content()
        .contains("src/main/java/com/example/shop/Orders.java");
  }

  @Test
  void whatIsInTheBaselinePasses() throws Exception {
    Path baseline = project.resolve("baseline.json");
    Path reports = project.resolve("target/accepted");
    Ended accepted =
        maven.run(
            project,
            List.of(
                "heapdrift:check",
                "heapdrift:report",
                "-Dheapdrift.baseline=" + baseline,
                "-Dheapdrift.reports=" + reports,
                "-Dheapdrift.updateBaseline=true",
                "-Dheapdrift.inconclusive=WARN"));

    assertThat(accepted.code()).as(accepted.output()).isZero();
    assertThat(baseline).content().contains("com.example.shop.Orders.FOUND");
    assertThat(accepted.output()).contains("1 known").contains("the reports are in " + reports);
  }

  @Test
  void noDataNeverPasses() throws Exception {
    Ended none =
        maven.run(
            project,
            List.of(
                "heapdrift:check",
                "-Dheapdrift.snapshots=" + project.resolve("target/none"),
                "-Dheapdrift.inconclusive=WARN"));
    assertThat(none.code()).as(none.output()).isOne();
    assertThat(none.output()).contains("heapdrift: the tests have left no snapshot in");
  }

  /** Beside JaCoCo, by the agent of this plugin and by one that attaches itself. */
  @Test
  void writtenTestFailsUntilTheLeakIsMended() throws Exception {
    Path other = copied("mended");
    assertThat(writeTest(other.resolve("src/test/java")))
        .singleElement()
        .asString()
        .contains("OrdersFindLeakTest.java, a test with dev.heapdrift:heapdrift-junit");

    for (String agent : List.of("-Dheapdrift.skip=false", "-Dheapdrift.skip=true")) {
      Ended red = maven.run(other, List.of("test", TESTS, agent));
      assertThat(red.code()).as(red.output()).isOne();
      assertThat(red.output())
          .contains("Tests run: 2, Failures: 1, Errors: 0, Skipped: 0")
          .contains("1 long[] stays of each iteration in static com.example.shop.Orders.FOUND")
          .contains("kept in      " + other.resolve("target/heapdrift"));
    }

    Path orders = other.resolve("src/main/java/com/example/shop/Orders.java");
    String leaky = Files.readString(orders);
    Files.writeString(
        orders, leaky.replace("computeIfAbsent(id, unknown -> new long[4])", "get(id)"));
    Ended green = maven.run(other, List.of("test", TESTS));
    assertThat(green.code()).as(green.output()).isZero();
    assertThat(green.output()).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
  }

  /** By {@code heapdrift check --write-test}, of the finding that the build has failed on. */
  private static List<String> writeTest(Path folder) throws IOException, InterruptedException {
    Matcher fingerprint = FINGERPRINT.matcher(verify.output());
    assertThat(fingerprint.find()).as(verify.output()).isTrue();
    List<String> check =
        new CheckLine()
            .with("--source", project.resolve("src/main/java"))
            .with("--write-test", fingerprint.group(1))
            .with("--test-dir", folder)
            .over(new ForkFolders(snapshots()).filled());
    Path analyzer = BuiltRepository.module("analyzer").resolve("target/heapdrift.jar");
    return CommandRun.of(analyzer.toFile(), check, Set.of("GITHUB_STEP_SUMMARY")).problems();
  }

  private static Path snapshots() {
    return project.resolve("target/heapdrift/snapshots");
  }

  private static Path copied(String name) throws IOException {
    Path copy = Files.createDirectories(WORK).resolve(name);
    delete(copy);
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(SAMPLE.relativize(file).toString()));
      }
    }
    return copy;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
