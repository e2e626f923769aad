package dev.heapdrift.samples.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings by JMX: the analyzer is a guest of the application, and gone when it has answered. */
class FindingsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /** JDK 25 remembers softly which record it linked last: forgotten at once, not after minutes. */
  private static final String FORGETFUL = "-XX:SoftRefLRUPolicyMSPerMB=0";

  private static final String OPTIONS = "interval=250ms,survivors-interval=0,snapshots=";

  @TempDir Path folder;

  @Test
  void whoAsksIsToldTheLeakAndNothingStays() throws Exception {
    Path classes = folder.resolve("classes.log");
    List<String> said =
        hoarding(
            "asks",
            "-Xlog:class+load=info:file=" + classes,
            agent(Built.AGENT, "growth-trigger=0,analyzer=" + Built.CLI));
    foundAndGone(said);
    assertThat(Files.readAllLines(classes))
        .anyMatch(line -> line.contains(" dev.heapdrift.analyzer.guest.Judgement "))
        .noneMatch(line -> line.contains(" org.slf4j.") || line.contains(" ch.qos.logback."))
        .noneMatch(line -> line.contains(" picocli."));
  }

  @Test
  void whoListensIsToldOfWhatGrowsSteadily() throws Exception {
    Path agent = Files.copy(Built.AGENT, folder.resolve("heapdrift-agent.jar"));
    Files.copy(Built.CLI, folder.resolve("heapdrift.jar")); // found beside the agent
    assertThat(hoarding("listens", agent(agent, "growth-trigger=8s")))
        .contains("before: []", "after: []", "common pool: 0")
        .anyMatch(line -> line.matches("told: [0-9a-f]{16} unbounded: .*Hoarding.*"));
  }

  @Test
  void anAttachedAgentHasTheAnalyzerOfTheCommandLine() throws Exception {
    List<String> command = command("asks", "-XX:+EnableDynamicAgentLoading");
    try (Running program = Running.start(Program.java(command), folder)) {
      Path snapshots = folder.resolve("snapshots");
      List<String> attach = new ArrayList<>(List.of("-jar", Built.CLI.toString(), "attach"));
      attach.addAll(List.of(program.pid(), OPTIONS + snapshots));
      program.awaitOutput(PATIENCE);
      Program.java(folder, PATIENCE, attach).exitedWith(0);
      foundAndGone(program.ended(PATIENCE).exitedWith(0).out().lines().toList());
    }
  }

  private static void foundAndGone(List<String> said) {
    String fingerprint =
        said.stream().filter(line -> line.startsWith("fingerprint: ")).findFirst().orElseThrow();
    assertThat(said)
        .startsWith("begun", "before: []", "outcome: leaks", "rank: 1")
        .contains(
            "verdict: unbounded",
            "insertionSite: " + Traced.frame(Hoarding.class, "add", "hoard"),
            "owner: static " + Hoarding.class.getName() + ".HOARD",
            "confidence: true",
            "rate: true",
            "after: []",
            "common pool: 0")
        .anyMatch(
            line -> line.startsWith(fingerprint.replace("fingerprint", "told") + " unbounded: "));
  }

  /** What the program printed; it complains of nothing. */
  private List<String> hoarding(String does, String... jvm) throws Exception {
    Program ended = Program.java(folder, PATIENCE, command(does, jvm)).exitedWith(0);
    assertThat(ended.err()).isEmpty();
    return ended.out().lines().toList();
  }

  private static List<String> command(String does, String... jvm) {
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    Stream<String> options = Stream.concat(Stream.of("-Xmx256m", FORGETFUL), Stream.of(jvm));
    Stream<String> program = Stream.of("-cp", tests.toString(), Hoarding.class.getName(), does);
    return Stream.concat(options, program).toList();
  }

  private String agent(Path jar, String options) {
    return "-javaagent:" + jar + "=" + OPTIONS + folder.resolve("snapshots") + "," + options;
  }
}
