package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.lines.LineTable;
import dev.heapdrift.analyzer.lines.LinesException;
import dev.heapdrift.analyzer.lines.SourceFinder;
import dev.heapdrift.analyzer.report.LinesJson;
import dev.heapdrift.analyzer.report.LinesText;
import dev.heapdrift.analyzer.series.NewestSnapshot;
import dev.heapdrift.analyzer.series.Unreadable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** {@code heapdrift lines}: a source file beside what its lines have allocated. */
@Command(
    name = "lines",
    description = {
      "Prints a source file with what each line has allocated.",
      "That is: the bytes that are live, their change since the earlier snapshot, and all"
          + " allocations. The agent must have run at level sample or exact."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class LinesCommand implements Callable<Integer> {
  /** The agent's own default. */
  private static final Path SNAPSHOTS = Path.of("heapdrift-snapshots");

  @Parameters(
      index = "0",
      paramLabel = "CLASS|FILE",
      description = "Which source: com.app.Orders, Orders, Orders.java or com/app/Orders.java.")
  private String wanted;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "DIR|FILE",
      description =
          "Two snapshots, the earlier one first; or a folder, of which the oldest and the newest"
              + " snapshot of the newest run are taken; or one snapshot (default:"
              + " heapdrift-snapshots).")
  private List<Path> snapshots = List.of();

  @Option(
      names = "--source",
      required = true,
      paramLabel = "DIR",
      description = "A folder with sources, searched by package and file name; repeatable.")
  private List<Path> sources;

  @Option(
      names = "--cumulative",
      description = "Count for a line also what the code it calls has allocated.")
  private boolean cumulative;

  @Option(
      names = "--context",
      paramLabel = "N",
      description =
          "Print only N lines around those that have allocated (default: the whole file).")
  private Integer context;

  @Mixin private FormatOption format;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    if (context != null && context < 0) {
      throw new ParameterException(command, "--context must be at least 0, not " + context);
    }
    logging.start();
    List<Unreadable> unreadable = new ArrayList<>();
    List<Path> paths = snapshots.isEmpty() ? List.of(SNAPSHOTS) : snapshots;
    Optional<NewestSnapshot> found = NewestSnapshot.find(paths, unreadable);
    Problems.say(command, unreadable);
    if (found.isEmpty()) {
      return ExitCode.USAGE;
    }
    try {
      LineTable table = LineTable.of(wanted, found.get(), cumulative);
      Path file = SourceFinder.find(sources, table.source());
      print(table, file, read(file), command.getOut());
      return ExitCode.CLEAN;
    } catch (LinesException problem) {
      Problems.say(command, problem.getMessage());
    } catch (IOException problem) {
      Problems.say(command, "cannot read the source: " + problem.getMessage());
    }
    return ExitCode.USAGE;
  }

  private void print(LineTable table, Path file, List<String> source, PrintWriter out) {
    String place = file.toString();
    switch (format.chosen()) {
      case TEXT ->
          new LinesText(Terminal.style(), context == null ? -1 : context)
              .write(table, place, source, out);
      case JSON -> LinesJson.write(table, place, source, out);
    }
    out.flush();
  }

  // Sources are UTF-8 or, where they are old, something that Latin 1 shows nearly right.
  private static List<String> read(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    }
  }
}
