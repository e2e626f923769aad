package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class OutletTest {
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Outlet outlet = new Outlet("snapshots", NOPLogger.NOP_LOGGER);

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(err);
  }

  @Test
  void whatNeverWorkedIsPrintedOnce() {
    for (int i = 0; i < 10; i++) {
      outlet.write(OutletTest::readOnly);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "heapdrift: snapshots cannot be written: java.nio.file.AccessDeniedException: /folder");
    assertThat(outlet.complaint())
        .isEqualTo(
            "snapshots: 10 could not be written, the last: java.nio.file.AccessDeniedException:"
                + " /folder");
  }

  @Test
  void whatFailsForAWhileIsTriedAgainAndRemembered() {
    int[] written = new int[1];
    outlet.write(() -> written[0]++);
    for (int i = 0; i < 10; i++) {
      outlet.write(OutletTest::diskFull);
    }
    outlet.write(() -> written[0]++);
    assertThat(written[0]).isEqualTo(2);
    assertThat(outlet.complaint())
        .isEqualTo("snapshots: 10 could not be written, the last: No space left on device");
    assertThat(printed.size()).isZero();
  }

  @Test
  void whatWorksIsNotSpokenOf() {
    outlet.write(() -> {});
    assertThat(outlet.complaint()).isNull();
  }

  private static void readOnly() throws IOException {
    throw new AccessDeniedException("/folder");
  }

  private static void diskFull() throws IOException {
    throw new IOException("No space left on device");
  }
}
