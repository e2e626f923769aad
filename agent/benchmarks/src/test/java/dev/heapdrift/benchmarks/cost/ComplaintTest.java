package dev.heapdrift.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintTest {

  @TempDir private Path folder;

  @Test
  void theFirstErrorIsTold() throws IOException {
    Path errors = folder.resolve("errors.txt");
    Files.writeString(
        errors,
        """
        WARNING: Failed to instrument class.
        java.lang.IllegalArgumentException: Unsupported class file major version 69
        \tat somewhere
        java.lang.Error: later
        """);
    assertThat(Complaint.in(errors))
        .contains("java.lang.IllegalArgumentException: Unsupported class file major version 69");
  }

  @Test
  void silenceIsNoComplaint() throws IOException {
    Path errors = Files.createFile(folder.resolve("errors.txt"));
    assertThat(Complaint.in(errors)).isEmpty();
    assertThat(Complaint.in(folder.resolve("not there"))).isEmpty();
  }
}
