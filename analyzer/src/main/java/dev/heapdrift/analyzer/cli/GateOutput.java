package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.gate.GateResult;
import dev.heapdrift.analyzer.report.GateHtml;
import dev.heapdrift.analyzer.report.GateJson;
import dev.heapdrift.analyzer.report.GateMarkdown;
import dev.heapdrift.analyzer.report.GateText;
import dev.heapdrift.analyzer.report.GithubAnnotations;
import dev.heapdrift.analyzer.report.GitlabQuality;
import dev.heapdrift.analyzer.report.JunitXml;
import dev.heapdrift.analyzer.report.SarifReport;
import dev.heapdrift.analyzer.report.SourcePlaces;
import dev.heapdrift.analyzer.report.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the gate's answer goes, as options of {@code check}: several reports in one run. */
final class GateOutput {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What goes to stdout: ${COMPLETION-CANDIDATES} (default: text).")
  private GateFormat format = GateFormat.TEXT;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      converter = ReportTarget.Converter.class,
      description =
          "Write a report into a file as well, which is replaced: sarif=leaks.sarif, "
              + "junit=..., md=...; repeatable.")
  private List<ReportTarget> reports = List.of();

  @Option(
      names = "--source",
      paramLabel = "DIR",
      description =
          "A folder with sources, searched by package and file name, for reports that "
              + "show lines; repeatable.")
  private List<Path> sources = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "In text, print at most N findings of each standing (default: 10).")
  private int limit = 10;

  /** Folders with sources; none without. */
  List<Path> sources() {
    return sources;
  }

  /** Checks what picocli cannot, so that a long analysis does not end in a mistyped name. */
  void check(CommandLine command, List<Path> inputs) {
    if (limit < 1) {
      throw new ParameterException(command, "--limit must be at least 1, not " + limit);
    }
    for (Path source : sources) {
      if (!Files.isDirectory(source)) {
        throw new ParameterException(command, "--source " + source + " is no folder");
      }
    }
    List<Path> files = reports.stream().map(report -> absolute(report.file())).toList();
    for (int i = 0; i < files.size(); i++) {
      if (files.indexOf(files.get(i)) < i) {
        throw new ParameterException(
            command, "two reports go to " + reports.get(i).file() + "; one would be lost");
      }
    }
    for (Path input : inputs) {
      if (files.contains(absolute(input))) {
        throw new ParameterException(command, "a report would replace " + input);
      }
    }
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /**
   * Writes all reports, the summary where GitHub Actions asks for one, and last what goes to
   * stdout.
   *
   * @return whether every report that was asked for is there
   */
  boolean write(GateResult result, Surroundings surroundings, CommandLine command) {
    SourcePlaces places = new SourcePlaces(sources, surroundings.project());
    boolean written = true;
    for (ReportTarget report : reports) {
      try {
        OutputFile.replace(report.file(), text(report.format(), result, places));
      } catch (IOException e) {
        Problems.say(command, "cannot write " + report.file() + ": " + e);
        written = false;
      }
    }
    summarise(result, places, surroundings, command);
    PrintWriter out = command.getOut();
    write(format, result, places, Terminal.style(), out);
    if (surroundings.githubActions() && format == GateFormat.TEXT) {
      GithubAnnotations.write(result, places, out);
    }
    out.flush();
    return written;
  }

  // Nobody asked for it: that it cannot be written changes no verdict.
  private void summarise(
      GateResult result, SourcePlaces places, Surroundings surroundings, CommandLine command) {
    if (surroundings.stepSummary() == null) {
      return;
    }
    try {
      OutputFile.append(surroundings.stepSummary(), text(GateFormat.MD, result, places));
    } catch (IOException e) {
      Problems.say(command, "cannot add to the summary " + surroundings.stepSummary() + ": " + e);
    }
  }

  private String text(GateFormat as, GateResult result, SourcePlaces places) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    write(as, result, places, Style.PLAIN, out);
    out.flush();
    return text.toString();
  }

  private void write(
      GateFormat as, GateResult result, SourcePlaces places, Style style, PrintWriter out) {
    switch (as) {
      case TEXT -> new GateText(style, limit).write(result, out);
      case JSON -> GateJson.write(result, out);
      case MD -> GateMarkdown.write(result, places, out);
      case HTML -> GateHtml.write(result, places, out);
      case GITHUB -> GithubAnnotations.write(result, places, out);
      case SARIF -> SarifReport.write(result, places, Version.ofJar(), out);
      case JUNIT -> JunitXml.write(result, out);
      case GITLAB -> GitlabQuality.write(result, places, out);
    }
  }
}
