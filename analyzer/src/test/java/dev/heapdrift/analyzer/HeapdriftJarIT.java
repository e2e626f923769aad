package dev.heapdrift.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What lies in the runnable jar, and what must not. */
class HeapdriftJarIT {

  private static final Path CLI = Path.of(System.getProperty("heapdrift.cli.jar"));
  private static final Path AGENT = Path.of(System.getProperty("heapdrift.agent.jar"));

  /** Bytes; a jar that grows beyond has taken in a library that nobody asked for. */
  private static final long LARGEST = 14 << 20;

  private static final String ALLOWED =
      "dev/heapdrift/(analyzer|snapshot)/.*"
          + "|heapdrift-agent\\.jar"
          + "|(ch/qos/logback|com/fasterxml/jackson|org/hipparchus|org/slf4j|picocli)/.*"
          + "|org/(knowm/xchart|apache/batik/(constants|ext/awt/g2d|svggen|util))/.*"
          + "|assets/org/hipparchus/.*"
          + "|META-INF/(MANIFEST.MF|NOTICE|[\\w-]*LICENSE|licenses/.*)"
          + "|META-INF/services/(com\\.fasterxml\\.jackson|java\\.util\\.spi|org\\.slf4j)\\..*";

  @Test
  void holdsTheAnalyzerItsLibrariesAndNothingElse() throws IOException {
    try (JarFile jar = new JarFile(CLI.toFile())) {
      List<String> entries =
          jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
      assertThat(entries).allMatch(name -> name.matches(ALLOWED));
    }
  }

  @Test
  void carriesTheAgentAsItWasBuilt() throws IOException {
    try (JarFile jar = new JarFile(CLI.toFile());
        InputStream in = jar.getInputStream(jar.getEntry("heapdrift-agent.jar"))) {
      assertThat(in).hasBinaryContent(Files.readAllBytes(AGENT));
    }
  }

  @Test
  void isRunnable() throws IOException {
    try (JarFile jar = new JarFile(CLI.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      String main = manifest.getValue(Attributes.Name.MAIN_CLASS);
      assertThat(jar.getEntry(main.replace('.', '/') + ".class")).isNotNull();
      assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).isNotBlank();
    }
  }

  @Test
  void isSmall() {
    assertThat(CLI.toFile().length()).isLessThan(LARGEST);
  }
}
