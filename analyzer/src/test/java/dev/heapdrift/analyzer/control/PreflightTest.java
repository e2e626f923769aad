package dev.heapdrift.analyzer.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
  private static final String JVM = "7f00-7f01 r-xp 0 08:01 9 /usr/lib/jvm/x/lib/libjvm.so\n";

  @TempDir Path process;

  @Test
  void onlyTheSameUserAndRootPass() {
    assertThatCode(() -> Preflight.checkUser(7, Optional.of("eve"), Optional.of("eve")))
        .doesNotThrowAnyException();
    assertThatCode(() -> Preflight.checkUser(7, Optional.of("eve"), Optional.of("root")))
        .doesNotThrowAnyException();
    assertThatCode(() -> Preflight.checkUser(7, Optional.empty(), Optional.of("eve")))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(AttachException.class)
        .isThrownBy(() -> Preflight.checkUser(7, Optional.of("adam"), Optional.of("eve")))
        .withMessage("process 7 belongs to adam: only that user may attach to it");
  }

  @Test
  void aProcessThatIsNoJvmIsLeftAlone() throws IOException {
    process("7f00-7f01 r-xp 0 08:01 9 /usr/bin/sleep\n", "0000000181005ccf");
    refused("process 7 is no JVM");
  }

  @Test
  void aJvmThatTheSignalWouldEndIsLeftAlone() throws IOException {
    process(JVM, "0000000181005ccb");
    refused("process 7 takes no requests: it runs with -Xrs, or has just started");
  }

  @Test
  void aJvmThatWaitsForTheSignalPasses() throws IOException {
    process(JVM, "0000000181005ccf");
    assertThatCode(() -> Preflight.checkKind(7, process)).doesNotThrowAnyException();
  }

  @Test
  void whereThereIsNoProcTheMechanismTells() {
    assertThatCode(() -> Preflight.checkKind(7, process.resolve("none")))
        .doesNotThrowAnyException();
  }

  private void process(String maps, String caught) throws IOException {
    Files.writeString(process.resolve("maps"), maps);
    Files.writeString(process.resolve("status"), "Name:\tx\nSigCgt:\t" + caught + "\nCapInh:\t0\n");
  }

  private void refused(String why) {
    assertThatExceptionOfType(AttachException.class)
        .isThrownBy(() -> Preflight.checkKind(7, process))
        .withMessage(why);
  }
}
