package dev.heapdrift.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.testing.SnapshotBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program finds the command line by its name and gets what it prints. */
class HeapdriftToolTest {
  private final ToolProvider heapdrift = ToolProvider.findFirst("heapdrift").orElseThrow();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theAnswerIsTheExitCode(@TempDir Path folder) throws IOException {
    for (int second = 1; second <= 40; second++) {
      SnapshotBuilder.at(second)
          .map(1, "com.app.Orders.CACHE", second * 1000L, "com.app.Orders.find(Orders.java:42)")
          .writeTo(folder);
    }
    assertThat(run("leaks", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("1 leak in 40 snapshots");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void badUsageIsOneLineAndTheJvmGoesOn() {
    assertThat(run("leeks")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("heapdrift: ").contains("leeks");
  }

  private int run(String... arguments) {
    return heapdrift.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
