package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of twins is whole. */
class TwinTest {

  private static final Path LEAKS = Path.of("src/main/java/dev/heapdrift/samples/leaks");

  @Test
  void everyPairIsListed() throws IOException {
    try (Stream<Path> files = Files.list(LEAKS)) {
      List<String> pairs =
          files.filter(Files::isDirectory).map(pair -> pair.getFileName().toString()).toList();
      assertThat(Twin.all()).extracting(Twin::pair).containsExactlyInAnyOrderElementsOf(pairs);
    }
  }

  @Test
  void bothProgramsOfAPairAreThere() throws Exception {
    for (Twin twin : Twin.all()) {
      assertThat(Class.forName(twin.leaky()).getMethod("main", String[].class)).isNotNull();
      assertThat(Class.forName(twin.fixed()).getMethod("main", String[].class)).isNotNull();
    }
  }
}
