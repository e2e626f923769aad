package dev.heapdrift.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without an agent in this JVM; the end-to-end tests of sample-apps ask a real one. */
class HeapdriftTest {

  @Test
  void withoutAnAgentNothingIsActive() {
    assertThat(Heapdrift.isActive()).isFalse();
  }

  @Test
  void withoutAnAgentNoSnapshotIsTaken() throws IOException {
    assertThat(Heapdrift.takeSnapshot()).isEmpty();
  }

  @Test
  void withoutAnAgentNoFileIsWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("now.hds");
    assertThat(Heapdrift.takeSnapshot(file)).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void aMissingFileIsRefusedWithAndWithoutAnAgent() {
    assertThatNullPointerException().isThrownBy(() -> Heapdrift.takeSnapshot(null));
  }
}
