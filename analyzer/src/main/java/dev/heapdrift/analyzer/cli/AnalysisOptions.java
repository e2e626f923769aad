package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.LeakAnalysis;
import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.catalogue.CatalogueException;
import dev.heapdrift.analyzer.series.SnapshotFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to judge and what counts, as options that {@code leaks} and {@code check} mix in. */
final class AnalysisOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description = "Folders with snapshots, or snapshot files.")
  private List<Path> paths;

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
      names = "--catalogue",
      paramLabel = "FILE",
      description = "Known growth of your own, beside what is built in: JSON.")
  private Path catalogue;

  @Option(names = "--strict", description = "Fail with 2 when any file cannot be read.")
  private boolean strict;

  /** The folders and files of the command line. */
  List<Path> paths() {
    return paths;
  }

  /** The analysis that the options ask for. */
  LeakAnalysis analysis() throws CatalogueException {
    Catalogue known = Catalogue.builtIn();
    return new LeakAnalysis(include, exclude, catalogue == null ? known : known.with(catalogue));
  }

  /** Reads snapshots and says what cannot be read; empty when that is too much, or all. */
  Optional<SnapshotFiles> read(List<Path> from, CommandLine command) {
    SnapshotFiles files = SnapshotFiles.read(from, Terminal.progress(command.getErr()));
    Problems.say(command, files.unreadable());
    boolean unusable = files.runs().isEmpty() || (strict && !files.unreadable().isEmpty());
    return unusable ? Optional.empty() : Optional.of(files);
  }
}
