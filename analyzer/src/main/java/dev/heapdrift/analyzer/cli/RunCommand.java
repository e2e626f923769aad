package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.LeakAnalysis;
import dev.heapdrift.analyzer.history.Histories;
import dev.heapdrift.analyzer.launch.AgentSettings;
import dev.heapdrift.analyzer.launch.CarriedAgent;
import dev.heapdrift.analyzer.launch.LaunchException;
import dev.heapdrift.analyzer.launch.RunFolder;
import dev.heapdrift.analyzer.launch.WatchedProgram;
import dev.heapdrift.analyzer.report.HistoryText;
import dev.heapdrift.analyzer.report.Style;
import dev.heapdrift.analyzer.report.TextReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heapdrift run}: a program under the agent, then its history and findings. */
@Command(
    name = "run",
    customSynopsis = "heapdrift run [OPTION]... [--] COMMAND [ARGUMENT]...",
    description = {
      "Runs a Java program under the agent, then reports what it found.",
      "History and findings go to stderr; stdin, stdout, stderr and signals are the program's. Exit"
          + " code: the program's own, or 2 when it could not be started. A command that is not"
          + " java, such as mvn, gets the agent by JAVA_TOOL_OPTIONS, and so does every JVM that it"
          + " starts."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
  private static final int FINDINGS_SHOWN = 3;

  /** What the agent reads as a time. */
  private static final Pattern INTERVAL = Pattern.compile("0|\\d+(ms|s|m|h)");

  /** Levels at which there is something to report. */
  private enum Level {
    WATCH,
    SAMPLE,
    EXACT
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description =
          "The program and its arguments: java -jar app.jar, /opt/jdk/bin/java, mvn test.")
  private List<String> program;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "How much is watched: ${COMPLETION-CANDIDATES} (default: watch).")
  private Level level;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "1s",
      description = "Time between two snapshots: 500ms, 5s, 1m (default: ${DEFAULT-VALUE}).")
  private String interval;

  @Option(
      names = "--agent-options",
      paramLabel = "OPTIONS",
      description =
          "More options for the agent, which heapdrift options lists:"
              + " include=com.app,max-snapshots=1000.")
  private String agentOptions;

  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "A new folder for the snapshots (default: ./heapdrift-run-DATE-TIME).")
  private Path snapshots;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    CommandLine command = spec.commandLine();
    if (!INTERVAL.matcher(interval).matches()) {
      throw new ParameterException(
          command, "--interval must be a time such as 500ms, 5s or 1m, not " + interval);
    }
    logging.start();
    try {
      RunFolder folder =
          snapshots == null
              ? RunFolder.fresh(Path.of(""), LocalDateTime.now(ZoneId.systemDefault()))
              : RunFolder.named(snapshots);
      int code = run(folder);
      report(folder);
      return code;
    } catch (LaunchException problem) {
      Problems.say(command, problem.getMessage());
      return ExitCode.USAGE;
    }
  }

  private int run(RunFolder folder) throws LaunchException, InterruptedException {
    if (!WatchedProgram.isJava(program.get(0))) {
      Problems.say(
          spec.commandLine(),
          program.get(0)
              + " is not java: it gets the agent by JAVA_TOOL_OPTIONS, with every JVM it starts");
    }
    String name = level == null ? null : level.name().toLowerCase(Locale.ROOT);
    AgentSettings settings = new AgentSettings(name, interval, agentOptions);
    boolean started = false;
    try {
      Path agent = CarriedAgent.into(folder.root());
      WatchedProgram watched = WatchedProgram.start(program, settings, agent, folder.root());
      started = true;
      return watched.await();
    } finally {
      CarriedAgent.removeFrom(folder.root());
      if (!started) {
        folder.removeIfEmpty();
      }
    }
  }

  // To stderr: what the program has printed may be in a pipe, and is not ours to add to.
  private void report(RunFolder folder) {
    CommandLine command = spec.commandLine();
    PrintWriter err = command.getErr();
    List<Path> paths = List.of(folder.root());
    Analysis analysis = new LeakAnalysis(List.of(), List.of()).analyse(paths, (done, of) -> {});
    if (analysis.runs().isEmpty()) {
      Problems.say(command, "the agent wrote no snapshot into " + folder.root());
      return;
    }
    Style style = Terminal.errorStyle();
    err.println();
    new HistoryText(style).write(Histories.read(paths, Terminal.progress(err)).list(), err);
    err.println();
    new TextReport(style, FINDINGS_SHOWN, false).write(analysis, err);
    err.println();
    err.println("The snapshots lie in " + folder.root());
    err.flush();
  }
}
