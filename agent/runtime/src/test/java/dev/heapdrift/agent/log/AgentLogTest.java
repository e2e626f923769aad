package dev.heapdrift.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLogTest {

  @TempDir Path folder;

  @Test
  void writesLinesWithTimeAndLevelAndAppendsLater() {
    writeOne("first");
    writeOne("second");

    assertThat(folder.resolve(AgentLog.FILE))
        .content()
        .matches(
            "\\d{4}(-\\d\\d){2}T\\d\\d(:\\d\\d){2}\\.\\d{3}Z WARN first\\R\\S+ WARN second\\R");
  }

  @Test
  void saysWhereAProblemComesFrom() {
    try (AgentLog log = AgentLog.open(folder)) {
      log.logger().warn("could not {}", "read", new IOException("gone"));
    }

    assertThat(folder.resolve(AgentLog.FILE))
        .content()
        .containsPattern(
            "WARN could not read\\Rjava.io.IOException: gone\\R\\tat .*AgentLogTest\\.saysWhere");
  }

  @Test
  void makesTheFolderWhateverItsName() {
    Path odd = folder.resolve("100% (of it)").resolve("snapshots");
    try (AgentLog log = AgentLog.open(odd, 100)) {
      fill(log, 10);
    }

    assertThat(odd.resolve(AgentLog.FILE + OneOlderFile.SUFFIX)).exists();
  }

  @Test
  void isBounded() throws IOException {
    try (AgentLog log = AgentLog.open(folder, 2000)) {
      fill(log, 1000);
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(2200));
    }
  }

  @Test
  void belongsToItsOwnerAlsoTheNextFile() throws IOException {
    try (AgentLog log = AgentLog.open(folder, 100)) {
      fill(log, 10);
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void aLinkInItsPlaceIsNotFollowed() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "precious");
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.createSymbolicLink(own.resolve(AgentLog.FILE), precious);
    Path nowhere = Files.createDirectory(folder.resolve("nowhere"));
    Files.createSymbolicLink(nowhere.resolve(AgentLog.FILE), folder.resolve("made"));

    writeOne(own, "lost");
    writeOne(nowhere, "lost");

    assertThat(precious).hasContent("precious");
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenIsSilence() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(printedBy(() -> writeOne(file, "lost"))).isEmpty();
  }

  @Test
  void theApplicationsConfigurationOfLogbackIsNotOurs() throws IOException {
    Path trap = folder.resolve("trap.log");
    Path configuration = folder.resolve("logback.xml");
    Files.writeString(
        configuration,
        """
        <configuration debug="true">
          <appender name="trap" class="ch.qos.logback.core.FileAppender">
            <file>%s</file>
            <encoder><pattern>%%msg%%n</pattern></encoder>
          </appender>
          <root level="trace"><appender-ref ref="trap"/></root>
        </configuration>
        """
            .formatted(trap));
    System.setProperty("logback.configurationFile", configuration.toString());
    try {
      assertThat(printedBy(() -> writeOne("ours"))).isEmpty();
    } finally {
      System.clearProperty("logback.configurationFile");
    }

    assertThat(trap).doesNotExist();
    assertThat(folder.resolve(AgentLog.FILE)).content().contains("ours");
  }

  private void writeOne(String message) {
    writeOne(folder, message);
  }

  private static void writeOne(Path folder, String message) {
    try (AgentLog log = AgentLog.open(folder)) {
      log.logger().debug("not for users");
      log.logger().warn(message);
    }
  }

  private static void fill(AgentLog log, int lines) {
    for (int i = 0; i < lines; i++) {
      log.logger().info("line {}", i);
    }
  }

  /** What {@code action} prints on stdout and stderr. */
  private static String printedBy(Runnable action) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream tee = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    System.setOut(tee);
    System.setErr(tee);
    try {
      action.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
