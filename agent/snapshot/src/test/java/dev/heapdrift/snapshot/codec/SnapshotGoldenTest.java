package dev.heapdrift.snapshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file per version of the format, and one for each state of it that lacks later blocks,
 * readable for ever. {@code -Dgolden.update} writes the text anew, and the file of the current
 * version; never touch the older ones.
 */
class SnapshotGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.filter(f -> f.toString().endsWith(SnapshotFormat.SUFFIX)).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyVersionIsReadAsItsTextSays(Path file) throws IOException {
    String text = SnapshotText.render(SnapshotReader.read(file));
    Path golden = file.resolveSibling(file.getFileName().toString().replace(".hds", ".txt"));
    if (UPDATE) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @Test
  void theWriterWritesTheCurrentVersionByteForByte() throws IOException {
    assertThat(Snapshots.bytes(golden())).isEqualTo(Files.readAllBytes(current()));
  }

  @BeforeAll
  static void updateCurrent() throws IOException {
    if (UPDATE) {
      Files.createDirectories(GOLDEN);
      Files.write(current(), Snapshots.bytes(golden()));
    }
  }

  private static Snapshot golden() {
    return Snapshots.sample();
  }

  private static Path current() {
    return GOLDEN.resolve("v" + SnapshotFormat.VERSION + SnapshotFormat.SUFFIX);
  }
}
