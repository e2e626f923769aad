package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.diff.AllocationTop;
import dev.heapdrift.analyzer.report.AllocationJson;
import dev.heapdrift.analyzer.report.AllocationText;
import dev.heapdrift.analyzer.series.NewestSnapshot;
import dev.heapdrift.analyzer.series.Unreadable;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.Filter;
import dev.heapdrift.snapshot.stats.GroupBy;
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

/** {@code heapdrift top}: which sites hold most. */
@Command(
    name = "top",
    description = {
      "Prints which allocation sites hold most, largest first.",
      "The agent must have run at level sample or exact."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class TopCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR|FILE",
      description = "A snapshot, or a folder, of which the newest one is taken.")
  private Path path;

  @Option(
      names = "--group-by",
      paramLabel = "KEY",
      description = "What a row stands for: ${COMPLETION-CANDIDATES} (default: line).")
  private GroupBy groupBy = GroupBy.LINE;

  @Mixin private TraceOptions options;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    List<Filter> filters = options.check(command);
    logging.start();
    List<Unreadable> unreadable = new ArrayList<>();
    Optional<Snapshot> snapshot =
        NewestSnapshot.find(List.of(path), unreadable).map(NewestSnapshot::newest);
    Problems.say(command, unreadable);
    if (snapshot.isEmpty()) {
      return ExitCode.USAGE;
    }
    print(top(snapshot.get(), filters), command.getOut());
    return ExitCode.CLEAN;
  }

  private AllocationTop top(Snapshot snapshot, List<Filter> filters) {
    try {
      return AllocationTop.of(snapshot, options.query(groupBy, filters, snapshot));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(AllocationTop top, PrintWriter out) {
    switch (options.format()) {
      case TEXT -> new AllocationText(Terminal.style(), options.limit()).write(top, out);
      case JSON -> AllocationJson.write(top, options.limit(), out);
    }
    out.flush();
  }
}
