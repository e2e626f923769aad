package dev.heapdrift.agent.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentTest {
  @TempDir Path folder;

  @Test
  void areThoseOfThisRunTheNewestFirst() throws IOException {
    file("abc-70-000009.hds", 1);
    file("abc-7-000002.hds", 10);
    file("abc-7-999999.hds", 100);
    file("abc-7-000003.hds.tmp", 1);
    Path newest = file("abc-7-1000000.hds", 1000);
    assertThat(Recent.upTo(newest).bytes()).isEqualTo(1110);
    assertThat(names(Recent.upTo(newest)))
        .containsExactly("abc-7-1000000.hds", "abc-7-999999.hds", "abc-7-000002.hds");
  }

  @Test
  void areNoMoreThanABoundOfFilesAndOfBytes() throws IOException {
    for (int i = 1; i <= Recent.MOST + 5; i++) {
      file(String.format(Locale.ROOT, "abc-7-%06d.hds", i), 1);
    }
    Path newest = folder.resolve("abc-7-000105.hds");
    assertThat(names(Recent.upTo(newest)))
        .hasSize(Recent.MOST)
        .startsWith("abc-7-000105.hds")
        .endsWith("abc-7-000006.hds");
    Path large = file("abc-7-000106.hds", Recent.MOST_BYTES);
    assertThat(Recent.upTo(large)).isEqualTo(new Recent(List.of(large), Recent.MOST_BYTES));
  }

  /** A file of so many bytes, none of which is written. */
  private Path file(String name, long bytes) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    try (RandomAccessFile sized = new RandomAccessFile(file.toFile(), "rw")) {
      sized.setLength(bytes);
    }
    return file;
  }

  private static List<String> names(Recent recent) {
    return recent.files().stream().map(file -> file.getFileName().toString()).toList();
  }
}
