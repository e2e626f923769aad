package dev.heapdrift.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heapdrift.agent.files.OwnFiles.Readers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
  private static final OwnFiles.Content HELLO =
      out -> out.write("hello".getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;

  @Test
  void replacesAFileAtOnceOrNotAtAll() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "before");
    assertThatThrownBy(() -> OwnFiles.write(file, Readers.OWNER, out -> fail(out::write), move()))
        .hasMessage("disk full");
    assertThat(file).hasContent("before");
    assertThat(OwnFiles.write(file, Readers.OWNER, HELLO, move())).isEqualTo(5);
    assertThat(file).hasContent("hello");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void overwritesOnlyWhatItIsToldTo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "before");
    assertThatThrownBy(() -> OwnFiles.write(file, Readers.OWNER, HELLO))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("before");
  }

  @Test
  void makesAnEmptyFileWhereNothingIs() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    assertThat(OwnFiles.makeEmpty(folder.resolve("file"))).isTrue();
    assertThat(OwnFiles.makeEmpty(folder.resolve("file"))).isTrue();
    assertThat(OwnFiles.makeEmpty(link)).isFalse();
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  private static StandardCopyOption move() {
    return StandardCopyOption.ATOMIC_MOVE;
  }

  private interface Write {
    void bytes(byte[] some) throws IOException;
  }

  private static void fail(Write out) throws IOException {
    out.bytes(new byte[100]);
    throw new IOException("disk full");
  }
}
