package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.LeakAnalysis;
import dev.heapdrift.analyzer.catalogue.CatalogueException;
import dev.heapdrift.analyzer.finding.Explanation;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Outcome;
import dev.heapdrift.analyzer.report.ExplanationJson;
import dev.heapdrift.analyzer.report.ExplanationText;
import dev.heapdrift.analyzer.report.JsonReport;
import dev.heapdrift.analyzer.report.TextReport;
import dev.heapdrift.analyzer.series.SnapshotFiles;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code heapdrift leaks}: judges all snapshots and says what leaks. */
@Command(
    name = "leaks",
    description = "Says what leaks in these snapshots, who holds it and which line fills it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class LeaksCommand implements Callable<Integer> {
  @Mixin private AnalysisOptions options;

  @Mixin private FormatOption format;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Print at most N findings (default: 10 in text, all in json).")
  private Integer limit;

  @Option(
      names = "--explain",
      paramLabel = "FINGERPRINT",
      description = "Print everything known about the one finding with this fingerprint.")
  private String explain;

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
    try {
      LeakAnalysis pipeline = options.analysis();
      return options
          .read(options.paths(), command)
          .map(files -> answer(pipeline, files))
          .orElse(ExitCode.USAGE);
    } catch (CatalogueException problem) {
      Problems.say(command, problem.getMessage());
      return ExitCode.USAGE;
    }
  }

  private int answer(LeakAnalysis pipeline, SnapshotFiles files) {
    return explain == null
        ? report(AnalysisOptions.judge(pipeline, files))
        : explain(pipeline, files);
  }

  private int report(Analysis analysis) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format.chosen()) {
      case TEXT ->
          new TextReport(Terminal.style(), limit == null ? 10 : limit, all).write(analysis, out);
      case JSON -> JsonReport.write(analysis, limit == null ? Integer.MAX_VALUE : limit, out);
    }
    out.flush();
    return ExitCode.of(analysis.outcome());
  }

  private int explain(LeakAnalysis pipeline, SnapshotFiles files) {
    List<Explanation> explanations = pipeline.explain(files, explain);
    if (explanations.isEmpty()) {
      List<Finding> findings = pipeline.analyse(files).findings();
      Problems.say(spec.commandLine(), NearestFinding.to(explain, findings));
      return ExitCode.USAGE;
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format.chosen()) {
      case TEXT -> new ExplanationText(Terminal.style()).write(explanations, out);
      case JSON -> ExplanationJson.write(explanations, out);
    }
    out.flush();
    return ExitCode.of(Outcome.of(explanations.stream().map(Explanation::finding).toList()));
  }
}
