package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.Analysis;
import dev.heapdrift.analyzer.LeakAnalysis;
import dev.heapdrift.analyzer.catalogue.Catalogue;
import dev.heapdrift.analyzer.catalogue.CatalogueException;
import dev.heapdrift.analyzer.series.Run;
import dev.heapdrift.analyzer.series.SnapshotFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to judge and what counts, as options that {@code leaks} and {@code check} mix in. */
final class AnalysisOptions {
  private static final Logger LOG = LoggerFactory.getLogger(AnalysisOptions.class);

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
    long begin = System.nanoTime();
    SnapshotFiles files = SnapshotFiles.read(from, Terminal.progress(command.getErr()));
    LOG.info("read {} in {} ms", from, millisSince(begin));
    files.runs().forEach(AnalysisOptions::log);
    Problems.say(command, files.unreadable());
    boolean unusable = files.runs().isEmpty() || (strict && !files.unreadable().isEmpty());
    return unusable ? Optional.empty() : Optional.of(files);
  }

  /** Judges what was read. */
  static Analysis judge(LeakAnalysis pipeline, SnapshotFiles files) {
    long begin = System.nanoTime();
    Analysis analysis = pipeline.analyse(files);
    LOG.info(
        "judged {} containers in {} ms, findings: {}",
        analysis.judged(),
        millisSince(begin),
        analysis.findings().size());
    return analysis;
  }

  private static void log(Run run) {
    LOG.info(
        "JVM {}: {} snapshots over {} s, {} containers, {} allocation sites",
        run.startId(),
        run.snapshots().size(),
        run.watchedMillis() / 1000,
        run.series().size(),
        run.sites().size());
  }

  private static long millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1_000_000;
  }
}
