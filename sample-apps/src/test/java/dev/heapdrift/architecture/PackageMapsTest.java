package dev.heapdrift.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every package has its map, and maps are short. */
class PackageMapsTest {

  private static final int LONGEST = 20; // lines

  static Stream<Path> packages() throws IOException {
    Stream.Builder<Path> found = Stream.builder();
    for (String module : Classes.MODULES) {
      try (Stream<Path> folders =
          Files.walk(Classes.ROOT.resolve(module).resolve("src/main/java"))) {
        folders.filter(Files::isDirectory).filter(PackageMapsTest::holdsSource).forEach(found);
      }
    }
    return found.build();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void isMapped(Path folder) throws IOException {
    Path map = folder.resolve("package-info.java");

    assertThat(map).exists();
    List<String> lines = Files.readAllLines(map);
    assertThat(lines).hasSizeLessThanOrEqualTo(LONGEST);
    assertThat(lines.get(0)).startsWith("/**");
  }

  private static boolean holdsSource(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
