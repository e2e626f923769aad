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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A project of a user in a Maven of its own: two forks, one of which leaks, and JaCoCo. */
class MavenPluginIT {
  private static final Path WORK = Path.of("target/it").toAbsolutePath();
  private static final Path SAMPLE = Path.of("src/test/sample");

  @Test
  void leakOfOneForkFailsTheBuildUntilItIsInTheBaseline() throws Exception {
    Path project = copied(Files.createDirectories(WORK));
    Path built = WORK.resolve("built");
    new BuiltRepository(built, System.getProperty("it.version.heapdrift")).lay();
    SpawnedMaven maven = new SpawnedMaven(WORK, built);
    // What a build before this one has left must not be judged again.
    Path stale = snapshots(project).resolve("fork-1/stale-000001.hds");
    Files.createDirectories(stale.getParent());
    Files.writeString(stale, "no snapshot");
    Files.setLastModifiedTime(stale, FileTime.from(Instant.EPOCH));

    Ended verify = maven.run(project, List.of("verify"));

    assertThat(verify.code()).as(verify.output()).isOne();
    assertThat(verify.output())
        .contains("Tests run: 2, Failures: 0, Errors: 0")
        .contains("heapdrift check fails: 1 new")
        .contains("com.example.shop.Orders.FOUND")
        .containsPattern("(?m)^::error file=src/main/java/com/example/shop/Orders.java,line=13,");
    assertThat(stale).doesNotExist();
    assertThat(snapshots(project).resolve("fork-1")).isNotEmptyDirectory();
    assertThat(snapshots(project).resolve("fork-2")).isNotEmptyDirectory();
    assertThat(project.resolve("target/jacoco.exec")).isNotEmptyFile();
    Path reports = project.resolve("target/heapdrift");
    assertThat(reports.resolve("leaks.html")).content().contains("com.example.shop.Orders.FOUND");
    assertThat(reports.resolve("leaks-junit.xml")).content().contains("failures=\"1\"");
    assertThat(reports.resolve("leaks.sarif"))
        .content()
        .contains("src/main/java/com/example/shop/Orders.java");

    Path baseline = project.resolve("baseline.json");
    Ended accepted =
        maven.run(
            project,
            List.of(
                "heapdrift:check",
                "heapdrift:report",
                "-Dheapdrift.baseline=" + baseline,
                "-Dheapdrift.updateBaseline=true",
                "-Dheapdrift.inconclusive=WARN"));

    assertThat(accepted.code()).as(accepted.output()).isZero();
    assertThat(baseline).content().contains("com.example.shop.Orders.FOUND");
    assertThat(accepted.output()).contains("1 known").contains("the reports are in " + reports);
  }

  private static Path snapshots(Path project) {
    return project.resolve("target/heapdrift/snapshots");
  }

  private static Path copied(Path work) throws IOException {
    Path project = work.resolve("shop");
    delete(project);
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, project.resolve(SAMPLE.relativize(file).toString()));
      }
    }
    return project;
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
