package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.diff.Diff;
import dev.heapdrift.analyzer.diff.DiffQuery;
import dev.heapdrift.analyzer.diff.GroupBy;
import dev.heapdrift.analyzer.diff.SnapshotDiff;
import dev.heapdrift.analyzer.report.DiffJson;
import dev.heapdrift.analyzer.report.DiffText;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.series.SnapshotPair;
import dev.heapdrift.analyzer.series.Unreadable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heapdrift diff}: compares two snapshots. */
@Command(
    name = "diff",
    description = {
      "Compares two snapshots: what grew and what shrank, largest change first.",
      "Of one folder, the oldest and the newest snapshot of its newest run are compared."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0..1",
      arity = "1..2",
      paramLabel = "DIR|FILE",
      description = "One folder, or two snapshots; of two folders, the newest snapshot of each.")
  private List<Path> paths;

  @Option(
      names = "--group-by",
      paramLabel = "KEY",
      description = "What a row stands for: ${COMPLETION-CANDIDATES} (default: line).")
  private GroupBy groupBy = GroupBy.LINE;

  @Option(
      names = "--cumulative",
      description = "Count for every application frame of a stack, not only the first.")
  private boolean cumulative;

  @Option(names = "--include", paramLabel = "PATTERN", split = ";", description = "Only these.")
  private List<String> include = List.of();

  @Option(names = "--exclude", paramLabel = "PATTERN", split = ";", description = "Not these.")
  private List<String> exclude = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Print at most N rows (default: 25 in text, all in json).")
  private Integer limit;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    if (limit != null && limit < 1) {
      throw new ParameterException(command, "--limit must be at least 1, not " + limit);
    }
    logging.start();
    List<Unreadable> unreadable = new ArrayList<>();
    Optional<SnapshotPair> pair = SnapshotPair.find(paths, unreadable);
    unreadable.forEach(file -> Problems.say(command, file.file() + ": " + file.problem()));
    if (pair.isEmpty()) {
      return ExitCode.USAGE;
    }
    print(diff(pair.get()), command.getOut());
    return ExitCode.CLEAN;
  }

  private Diff diff(SnapshotPair pair) {
    DiffQuery query =
        new DiffQuery(groupBy, cumulative, NamePattern.all(include), NamePattern.all(exclude));
    try {
      return SnapshotDiff.of(pair.from(), pair.to(), query);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(Diff diff, PrintWriter out) {
    switch (format) {
      case TEXT -> new DiffText(Terminal.style(), limit == null ? 25 : limit).write(diff, out);
      case JSON -> DiffJson.write(diff, limit == null ? Integer.MAX_VALUE : limit, out);
    }
    out.flush();
  }
}
