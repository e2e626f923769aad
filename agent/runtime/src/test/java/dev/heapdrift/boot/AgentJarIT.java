package dev.heapdrift.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What lies in the jar that users put on their command line, and what must not. */
class AgentJarIT {

  private static final Path AGENT = Path.of(System.getProperty("heapdrift.agent.jar"));

  /** Bytes; a jar that grows beyond has taken in a library that nobody asked for. */
  private static final long LARGEST = 8 << 20;

  private static final String ROOT =
      "dev/heapdrift/boot/.*|META-INF/(MANIFEST.MF|LICENSE|NOTICE|licenses/.*)";
  private static final String RUNTIME =
      RuntimeLoader.PREFIX
          + "(dev/heapdrift/(agent|snapshot|shaded/(asm|bytebuddy|hdrhistogram|logback|slf4j))/.*"
          + "|java/lang/Heapdrift(Door|Allocations)1(Guard|Instances|Zoom)?(\\$\\w+)?\\.classdata)";

  /** Names that the build replaces everywhere, in string constants too. */
  private static final List<String> REPLACED =
      List.of(
          "ch/qos/logback/",
          "dev/heapdrift/hooks/",
          "net/bytebuddy/",
          "org/HdrHistogram/",
          "org/objectweb/asm/",
          "org/slf4j/");

  @Test
  void atTheRootLiesNothingButTheEntry() throws IOException {
    assertThat(entries()).allMatch(name -> name.matches(ROOT) || name.matches(RUNTIME));
  }

  @Test
  void belowThePrefixNoOtherLoaderFindsAClassOrAService() throws IOException {
    assertThat(entries())
        .filteredOn(name -> name.startsWith(RuntimeLoader.PREFIX))
        .isNotEmpty()
        .noneMatch(name -> name.endsWith(".class"))
        .noneMatch(name -> name.contains("META-INF"));
  }

  @Test
  void theDoorsAreThereWithTheirNestedClasses() throws IOException {
    assertThat(entries())
        .contains(
            RuntimeLoader.PREFIX + "java/lang/HeapdriftAllocations1.classdata",
            RuntimeLoader.PREFIX + "java/lang/HeapdriftDoor1.classdata",
            RuntimeLoader.PREFIX + "java/lang/HeapdriftDoor1$Growth.classdata",
            RuntimeLoader.PREFIX + "java/lang/HeapdriftDoor1Instances$Made.classdata");
  }

  @Test
  void noClassSpeaksOfALibraryByItsOwnName() throws IOException {
    try (JarFile jar = new JarFile(AGENT.toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith("data")).toList()) {
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(REPLACED).as(entry.getName()).noneMatch(text::contains);
      }
    }
  }

  @Test
  void licencesOfWhatIsInsideAreInside() throws IOException {
    assertThat(entries())
        .contains(
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "META-INF/licenses/asm.txt",
            "META-INF/licenses/HdrHistogram.txt",
            "META-INF/licenses/logback.txt",
            "META-INF/licenses/slf4j.txt");
  }

  @Test
  void isSmall() {
    assertThat(AGENT.toFile().length()).isLessThan(LARGEST);
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(AGENT.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }
}
