package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
  @TempDir Path folder;

  private final Feed feed = new Feed(this::write);
  private int written;

  @Test
  void whatIsTakenAwayIsWrittenAgain() throws IOException {
    Path file = folder.resolve("fed.hds");
    feed.begin(file.toString());
    assertThat(file).hasContent("1");
    assertThat(feed.isWanted()).isFalse();
    Files.delete(file);
    assertThat(feed.isWanted()).isTrue();
    feed.write();
    assertThat(file).hasContent("2");
    assertThat(feed.isWanted()).isFalse();
  }

  @Test
  void aFileWhoseFolderIsGoneIsGivenUp() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("watcher"));
    Path file = inside.resolve("fed.hds");
    feed.begin(file.toString());
    Files.delete(file);
    Files.delete(inside);
    feed.write();
    assertThat(feed.isWanted()).isFalse();
    assertThat(written).isEqualTo(1);
  }

  @Test
  void aFileThatCannotBeWrittenIsGivenUp() throws IOException {
    Path file = folder.resolve("fed.hds");
    feed.begin(file.toString());
    Files.delete(file);
    written = -1;
    assertThatThrownBy(feed::write).isInstanceOf(IOException.class);
    assertThat(feed.isWanted()).isFalse();
  }

  @Test
  void filesAreFew() throws IOException {
    for (int i = 0; i < 10; i++) {
      feed.begin(folder.resolve(i + ".hds").toString());
    }
    for (int i = 0; i < 6; i++) {
      Files.delete(folder.resolve(i + ".hds"));
    }
    assertThat(feed.isWanted()).isFalse();
    Files.delete(folder.resolve("6.hds"));
    assertThat(feed.isWanted()).isTrue();
  }

  private void write(String file) throws IOException {
    if (written < 0) {
      throw new IOException("the disk is full");
    }
    Files.writeString(Path.of(file), Integer.toString(++written));
  }
}
