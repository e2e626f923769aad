package dev.heapdrift.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairTest {

  @TempDir private Path folder;

  private Path jarWith(String entry, String content) throws IOException {
    Path jar = folder.resolve("samples.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  @Test
  void pairsAreReadFromTheJar() throws IOException {
    Path jar =
        jarWith(
            "dev/heapdrift/samples/leaks/twins.json",
            "[{\"pair\": \"maps\", \"kind\": \"interning\", \"lines\": {\"m\": \"Leaky.put\"}}]");
    assertThat(Pair.in(jar))
        .containsExactly(new Pair("maps", "interning", null, Map.of("m", "Leaky.put")));
  }

  @Test
  void aJarWithoutPairsIsNamed() throws IOException {
    Path jar = jarWith("other.txt", "");
    assertThatThrownBy(() -> Pair.in(jar))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("samples.jar holds no dev/heapdrift/samples/leaks/twins.json");
  }

  @Test
  void sitesAreTheMarkedLines() throws IOException {
    Path source = folder.resolve("dev/heapdrift/samples/leaks/maps/Leaky.java");
    Files.createDirectories(source.getParent());
    Files.write(
        source,
        List.of("class Leaky {", "  put(); // grows: m", "  new Y(); // grows: other", "}"));
    Pair pair = new Pair("maps", "interning", null, Map.of("m", "Leaky$X.<init>"));
    assertThat(pair.sites(folder))
        .containsExactly("dev.heapdrift.samples.leaks.maps.Leaky$X.<init>(Leaky.java:2)");
  }
}
