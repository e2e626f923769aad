package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.LeakAnalysis;
import dev.heapdrift.analyzer.report.JsonReport;
import dev.heapdrift.analyzer.report.TextReport;
import dev.heapdrift.analyzer.series.Unreadable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heapdrift leaks}: judges all snapshots and says what leaks. */
@Command(
    name = "leaks",
    description = "Says what leaks in these snapshots, who holds it and which line fills it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class LeaksCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description = "Folders with snapshots, or snapshot files.")
  private List<Path> paths;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--include",
      paramLabel = "PATTERN",
      split = ";",
      description = "Classes whose frames are the application's: com.app, com.app.*Service.")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      split = ";",
      description = "Leave out what classes of this name fill or hold.")
  private List<String> exclude = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Print at most N findings (default: 10 in text, all in json).")
  private Integer limit;

  @Option(names = "--strict", description = "Fail with 2 when any file cannot be read.")
  private boolean strict;

  @Option(names = "--all", description = "Print also what grew without leaking, in text.")
  private boolean all;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1, not " + limit);
    }
    logging.start();
    CommandLine command = spec.commandLine();
    LeakAnalysis pipeline = new LeakAnalysis(include, exclude);
    Analysis analysis = pipeline.analyse(paths, Terminal.progress(command.getErr()));
    for (Unreadable file : analysis.unreadable()) {
      Problems.say(command, file.file() + ": " + file.problem());
    }
    if (analysis.runs().isEmpty() || (strict && !analysis.unreadable().isEmpty())) {
      return ExitCode.USAGE;
    }
    PrintWriter out = command.getOut();
    switch (format) {
      case TEXT ->
          new TextReport(Terminal.style(), limit == null ? 10 : limit, all).write(analysis, out);
      case JSON -> JsonReport.write(analysis, limit == null ? Integer.MAX_VALUE : limit, out);
    }
    out.flush();
    return ExitCode.of(analysis.outcome());
  }
}
