package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.diff.AllocationDiff;
import dev.heapdrift.analyzer.diff.Diff;
import dev.heapdrift.analyzer.diff.DiffQuery;
import dev.heapdrift.analyzer.diff.GroupBy;
import dev.heapdrift.analyzer.diff.SnapshotDiff;
import dev.heapdrift.analyzer.report.AllocationJson;
import dev.heapdrift.analyzer.report.AllocationText;
import dev.heapdrift.analyzer.report.DiffJson;
import dev.heapdrift.analyzer.report.DiffText;
import dev.heapdrift.analyzer.series.SnapshotPair;
import dev.heapdrift.analyzer.series.Unreadable;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.Filter;
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
      "Of one folder, the oldest and the newest snapshot of its newest run are compared. Snapshots"
          + " of level sample or exact are compared by allocations, others by containers."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "DIR|FILE",
      description =
          "A folder, or the earlier of two snapshots; of two folders, the newest of each.")
  private Path from;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR|FILE",
      description = "The later snapshot, where two are compared.")
  private Path to;

  @Option(
      names = "--group-by",
      paramLabel = "KEY",
      description =
          "What a row stands for: ${COMPLETION-CANDIDATES} (default: line). Owner and container"
              + " compare containers.")
  private GroupBy groupBy = GroupBy.LINE;

  @Option(
      names = "--containers",
      description = "Compare containers, even if both snapshots hold allocations.")
  private boolean containers;

  @Mixin private TraceOptions options;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    List<Filter> filters = options.check(command);
    logging.start();
    List<Unreadable> unreadable = new ArrayList<>();
    List<Path> paths = to == null ? List.of(from) : List.of(from, to);
    Optional<SnapshotPair> pair = SnapshotPair.find(paths, unreadable);
    Problems.say(command, unreadable);
    if (pair.isEmpty()) {
      return ExitCode.USAGE;
    }
    try {
      compare(pair.get().from(), pair.get().to(), filters, command.getOut());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
    return ExitCode.CLEAN;
  }

  private void compare(Snapshot from, Snapshot to, List<Filter> filters, PrintWriter out) {
    boolean both = from.allocations() != null && to.allocations() != null;
    boolean possible = groupBy.ofAllocations().isPresent() && !containers;
    if (options.measureChosen() && !(both && possible)) {
      throw new IllegalArgumentException(
          possible
              ? "--measure needs snapshots of level sample or exact"
              : "--measure does not go with containers");
    }
    if (both && possible) {
      print(
          AllocationDiff.of(
              from, to, options.query(groupBy.ofAllocations().get(), filters, from, to)),
          out);
    } else {
      print(SnapshotDiff.of(from, to, new DiffQuery(groupBy, options.cumulative(), filters)), out);
    }
    out.flush();
  }

  private void print(AllocationDiff diff, PrintWriter out) {
    switch (options.format()) {
      case TEXT -> new AllocationText(Terminal.style(), options.limit()).write(diff, out);
      case JSON -> AllocationJson.write(diff, options.limit(), out);
    }
  }

  private void print(Diff diff, PrintWriter out) {
    switch (options.format()) {
      case TEXT -> new DiffText(Terminal.style(), options.limit()).write(diff, out);
      case JSON -> DiffJson.write(diff, options.limit(), out);
    }
  }
}
