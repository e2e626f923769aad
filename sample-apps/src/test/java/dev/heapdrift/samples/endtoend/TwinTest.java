package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of twins is whole, and the two programs of a pair differ in nothing but the bug. */
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

  @Test
  void bothProgramsOfAPairDoTheSameWork() throws Exception {
    List<String> programs =
        Twin.all().stream().flatMap(twin -> Stream.of(twin.leaky(), twin.fixed())).toList();
    Map<String, String> printed = Printed.by(programs, "1");
    assertThat(printed.values()).noneMatch(String::isBlank);
    for (Twin twin : Twin.all()) {
      if (!twin.kind().equals("queue-backlog")) { // how much was sent is just what differs
        assertThat(printed.get(twin.leaky())).as(twin.pair()).isEqualTo(printed.get(twin.fixed()));
      }
    }
  }
}
