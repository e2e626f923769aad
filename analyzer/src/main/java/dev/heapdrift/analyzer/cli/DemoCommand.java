package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.LeakAnalysis;
import dev.heapdrift.analyzer.demo.DemoFolder;
import dev.heapdrift.analyzer.demo.SampleService;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.launch.LaunchException;
import dev.heapdrift.analyzer.report.TextReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heapdrift demo}: a leak from its first request to its report. */
@Command(
    name = "demo",
    description = {
      "Runs a leaking sample service under the agent and reports what it finds.",
      "Ctrl-C ends it early, and the report follows. Exit code 0 when the leak was found."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {
  private static final int MIN_SECONDS = 5;
  private static final int MAX_SECONDS = 600;
  private static final int FINDINGS_SHOWN = 3;

  @Option(
      names = "--leak",
      paramLabel = "NAME",
      defaultValue = "price-cache",
      description = "Which leak to switch on (default: ${DEFAULT-VALUE}).")
  private String leak;

  @Option(names = "--list-leaks", description = "List the leaks and exit.")
  private boolean listLeaks;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "30",
      description = "How long the service is visited (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "A new folder for the snapshots (default: a temporary one, which is kept too).")
  private Path keep;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    CommandLine command = spec.commandLine();
    if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) {
      throw new ParameterException(
          command,
          "--seconds must be from " + MIN_SECONDS + " to " + MAX_SECONDS + ", not " + seconds);
    }
    logging.start();
    try {
      if (listLeaks) {
        SampleService.listLeaks();
        return ExitCode.CLEAN;
      }
      DemoFolder folder = DemoFolder.create(keep);
      run(folder);
      return report(folder);
    } catch (LaunchException problem) {
      Problems.say(command, problem.getMessage());
      return ExitCode.USAGE;
    }
  }

  private void run(DemoFolder folder) throws LaunchException, InterruptedException {
    try (SampleService service = SampleService.start(folder, leak, seconds)) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          "heapdrift: an order service with the leak %s serves at %s and is visited for %d s%n",
          leak, service.awaitServing(), seconds);
      err.flush();
      service.await(seconds, progress(err));
    } finally {
      folder.removeAgent();
    }
  }

  private int report(DemoFolder folder) throws LaunchException {
    PrintWriter err = spec.commandLine().getErr();
    Analysis analysis =
        new LeakAnalysis(List.of(), List.of())
            .analyse(List.of(folder.snapshots()), Terminal.progress(err));
    if (analysis.runs().isEmpty()) {
      throw folder.withoutSnapshots();
    }
    PrintWriter out = spec.commandLine().getOut();
    new TextReport(Terminal.style(), FINDINGS_SHOWN, false).write(analysis, out);
    out.println();
    out.println("The snapshots lie in " + folder.snapshots());
    out.println("Look again:  " + program() + " leaks " + quoted(folder.snapshots()));
    out.flush();
    if (analysis.outcome() != Outcome.LEAKS) {
      Problems.say(spec.commandLine(), "the leak was not found; give it more --seconds");
      return ExitCode.INCONCLUSIVE;
    }
    return ExitCode.CLEAN;
  }

  private IntConsumer progress(PrintWriter err) {
    if (!Terminal.progressShown()) {
      return passed -> {};
    }
    return passed -> {
      String line = passed < seconds ? passed + " of " + seconds + " s" : "";
      err.print("\r\u001b[K" + line);
      err.flush();
    };
  }

  /** How this program was called, as far as it knows. */
  private static String program() {
    return System.getProperty(DemoFolder.HOME) == null ? "heapdrift" : "./heapdrift";
  }

  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./+@:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
