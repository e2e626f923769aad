package dev.heapdrift.analyzer.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the agent comes into the program's command; that it does is seen end to end. */
class WatchedProgramTest {
  private static final Path AGENT = Path.of("/run dir/heapdrift-agent.jar");
  private static final Path SNAPSHOTS = Path.of("/run dir");
  private static final AgentSettings SETTINGS = new AgentSettings("exact", "1s", "include=com.app");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"java", "/opt/jdk/bin/java", "./java", "java.exe"})
  void theLauncherIsKnownByItsName(String command) {
    assertThat(WatchedProgram.isJava(command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mvn", "/opt/java/bin/app", "javac", "/"})
  void anythingElseIsNot(String command) {
    assertThat(WatchedProgram.isJava(command)).isFalse();
  }

  @Test
  void theProgramsOwnArgumentsComeLastAndWin() {
    List<String> arguments = SETTINGS.arguments(AGENT, SNAPSHOTS);
    assertThat(
            WatchedProgram.withAgent(
                List.of("java", "-Dheapdrift.interval=5s", "-jar", "a.jar"), arguments))
        .containsExactly(
            "java",
            "-javaagent:/run dir/heapdrift-agent.jar=include=com.app",
            "-Dheapdrift.snapshots=/run dir",
            "-Dheapdrift.interval=1s",
            "-Dheapdrift.level=exact",
            "-Dheapdrift.interval=5s",
            "-jar",
            "a.jar");
  }

  @Test
  void withoutALevelTheAgentsOwnDefaultsSpeak() {
    assertThat(new AgentSettings(null, "1s", null).arguments(AGENT, SNAPSHOTS))
        .containsExactly(
            "-javaagent:/run dir/heapdrift-agent.jar",
            "-Dheapdrift.snapshots=/run dir",
            "-Dheapdrift.interval=1s");
  }

  @Test
  void toolOptionsAreQuotedAndKeepWhatTheUserHas() throws LaunchException {
    assertThat(new AgentSettings(null, "1s", null).added(" -Xmx1g ", AGENT, SNAPSHOTS))
        .isEqualTo(
            "-Xmx1g \"-javaagent:/run dir/heapdrift-agent.jar\" \"-Dheapdrift.snapshots=/run dir\""
                + " -Dheapdrift.interval=1s");
  }

  @Test
  void whatNoQuotesCanHoldIsRefused() {
    Path odd = Path.of("/a\"b'c");
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> SETTINGS.added(null, AGENT, odd))
        .withMessageStartingWith("no JVM option can hold both kinds of quotes: ");
  }

  @Test
  void aProgramThatIsNotThereCostsOneLine() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(
            () ->
                WatchedProgram.start(
                    List.of("/no/such/java"), SETTINGS, folder.resolve("a.jar"), folder))
        .withMessage("cannot start /no/such/java: No such file or directory");
  }
}
