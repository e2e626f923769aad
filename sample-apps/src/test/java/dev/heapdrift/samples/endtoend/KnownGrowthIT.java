package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of the catalogue name the JDK's registries as the agent prints their owners. */
class KnownGrowthIT {

  private static final String SECONDS = "15";

  @TempDir static Path folder;

  private static Leaks leaks;

  @BeforeAll
  static void run() throws Exception {
    Path snapshots = folder.resolve("snapshots");
    String classPath = Built.SAMPLES + File.pathSeparator + Traced.location(JdkRegistries.class);
    List<String> arguments =
        List.of(
            "-Xmx256m",
            "-javaagent:" + Built.AGENT + "=interval=500ms,snapshots=" + snapshots,
            "-cp",
            classPath,
            JdkRegistries.class.getName(),
            SECONDS);
    Program.java(folder, Duration.ofMinutes(2), arguments).exitedWith(0);
    leaks = Leaks.in(snapshots, folder);
  }

  @Test
  void registriesThatEndAreNoLeak() {
    leaks.silent();
    assertThat(leaks.json().path("outcome").asText()).isEqualTo("inconclusive");
  }

  @Test
  void whatGrowsToTheEndSaysWhyItWillNot() {
    JsonNode finding = heldBy("sun.util.locale.provider.LocaleProviderAdapter.adapterCache");
    assertThat(finding.path("verdict").asText()).isEqualTo("inconclusive");
    assertThat(finding.path("evidence").path("missing").asText())
        .contains("jdk-locale-data is known to");
    assertThat(finding.path("known").path(0).path("kind").asText()).isEqualTo("benign");
  }

  @Test
  void theTablesOfAClassLoaderAreKnown() {
    JsonNode known = heldBy("java.lang.ClassLoader.parallelLockMap").path("known");
    assertThat(known.path(0).path("id").asText()).isEqualTo("jdk-class-loading-locks");
  }

  private static JsonNode heldBy(String field) {
    for (JsonNode finding : leaks.json().path("findings")) {
      if (finding.path("container").path("holder").asText().equals(field)) {
        return finding;
      }
    }
    throw new AssertionError("nothing is held by " + field + "\n" + leaks);
  }
}
