package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of the catalogue name the JDK's registries as the agent prints their owners. */
class KnownGrowthIT {
  private static final String LOCALES =
      "sun.util.locale.provider.LocaleProviderAdapter.adapterCache";
  private static final String LOCKS = "java.lang.ClassLoader.parallelLockMap";

  @TempDir static Path folder;

  private static Leaks leaks;

  @BeforeAll
  static void run() throws Exception {
    String classPath = Built.SAMPLES + File.pathSeparator + Traced.location(JdkRegistries.class);
    try (Watched program =
        Watched.start(
            folder,
            List.of(),
            "interval=500ms",
            classPath,
            JdkRegistries.class.getName(),
            Watched.FOREVER)) {
      leaks = program.until(KnownGrowthIT::bothAreKnown);
      program.ended();
    }
  }

  private static void bothAreKnown(Leaks leaks) {
    localesSayWhyTheyEnd(leaks);
    locksAreKnown(leaks);
  }

  private static void localesSayWhyTheyEnd(Leaks leaks) {
    JsonNode finding = heldBy(leaks, LOCALES);
    assertThat(finding.path("verdict").asText()).isEqualTo("inconclusive");
    assertThat(finding.path("evidence").path("missing").asText())
        .contains("jdk-locale-data is known to");
    assertThat(finding.path("known").path(0).path("kind").asText()).isEqualTo("benign");
  }

  private static void locksAreKnown(Leaks leaks) {
    JsonNode known = heldBy(leaks, LOCKS).path("known");
    assertThat(known.path(0).path("id").asText()).isEqualTo("jdk-class-loading-locks");
  }

  @Test
  void registriesThatEndAreNoLeak() {
    leaks.silent();
    assertThat(leaks.json().path("outcome").asText()).isEqualTo("inconclusive");
  }

  @Test
  void whatGrowsToTheEndSaysWhyItWillNot() {
    localesSayWhyTheyEnd(leaks);
  }

  @Test
  void theTablesOfAClassLoaderAreKnown() {
    locksAreKnown(leaks);
  }

  private static JsonNode heldBy(Leaks leaks, String field) {
    for (JsonNode finding : leaks.json().path("findings")) {
      if (finding.path("container").path("holder").asText().equals(field)) {
        return finding;
      }
    }
    throw new AssertionError("nothing is held by " + field + "\n" + leaks);
  }
}
