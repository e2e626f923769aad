package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.history.Histories;
import dev.heapdrift.analyzer.history.History;
import dev.heapdrift.analyzer.picture.HistoryPicture;
import dev.heapdrift.analyzer.picture.PictureException;
import dev.heapdrift.analyzer.picture.PictureFormat;
import dev.heapdrift.analyzer.report.HistoryJson;
import dev.heapdrift.analyzer.report.HistoryText;
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

/** {@code heapdrift history}: how the heap went. */
@Command(
    name = "history",
    description = {
      "Plots heap, collections and traced allocations over time.",
      "That is: the heap after each collection, the collections by generation, and what was traced,"
          + " live and at its peak, with trend lines."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class HistoryCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description = "Folders with snapshots, or snapshot files.")
  private List<Path> paths;

  @Mixin private FormatOption format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw a picture in place of text: FILE.svg or FILE.png, which is replaced.")
  private Path output;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    PictureFormat picture = output == null ? null : pictureFormat();
    logging.start();
    Histories histories = Histories.read(paths, Terminal.progress(command.getErr()));
    Problems.say(command, histories.unreadable());
    if (histories.list().isEmpty()) {
      return ExitCode.USAGE;
    }
    if (picture == null) {
      print(histories.list(), command.getOut());
      return ExitCode.CLEAN;
    }
    try {
      HistoryPicture.write(histories.list(), picture, output);
      return ExitCode.CLEAN;
    } catch (PictureException problem) {
      Problems.say(command, problem.getMessage());
      return ExitCode.USAGE;
    }
  }

  private PictureFormat pictureFormat() {
    return PictureFormat.of(output)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "-o takes a name that ends in .svg or .png: " + output));
  }

  private void print(List<History> histories, PrintWriter out) {
    switch (format.chosen()) {
      case TEXT -> new HistoryText(Terminal.style()).write(histories, out);
      case JSON -> HistoryJson.write(histories, out);
    }
    out.flush();
  }
}
