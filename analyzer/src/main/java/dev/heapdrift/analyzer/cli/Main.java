package dev.heapdrift.analyzer.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code heapdrift}. */
@Command(
    name = "heapdrift",
    description = "Finds memory leaks in a running JVM and names the line that grows them.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 clean, 1 leaks, 2 bad usage or nothing readable, 3 inconclusive.",
      "An option that is not given is read from the system property heapdrift.COMMAND.OPTION,",
      "then from the environment variable HEAPDRIFT_COMMAND_OPTION."
    })
public final class Main implements Callable<Integer> {
  /** The commands, in the order of the help. One line adds one. */
  private static final List<Supplier<?>> COMMANDS =
      List.of(
          RunCommand::new,
          LeaksCommand::new,
          CheckCommand::new,
          TopCommand::new,
          DiffCommand::new,
          LinesCommand::new,
          HistoryCommand::new,
          PsCommand::new,
          AttachCommand::new,
          StatusCommand::new,
          WatchCommand::new,
          SnapshotCommand::new,
          LevelCommand::new,
          DetachCommand::new,
          OptionsCommand::new,
          DemoCommand::new,
          GenerateCompletion::new);

  private static final int HELP_WIDTH = 100;

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    Logging.silence();
    CommandLine line = commandLine();
    line.setOut(new PrintWriter(new OutputStreamWriter(System.out, Terminal.charset()), true));
    System.exit(line.execute(args));
  }

  /** The whole command line, ready to execute. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    COMMANDS.forEach(command -> line.addSubcommand(command.get()));
    // What follows the command of run belongs to that command.
    line.getSubcommands().get("run").setStopAtPositional(true);
    return configured(line);
  }

  /** A command, and all below it, that treats options and problems as all of ours do. */
  static CommandLine configured(CommandLine line) {
    line.setUsageHelpWidth(HELP_WIDTH);
    Spelling.teach(line);
    line.setParameterExceptionHandler(Problems::usage);
    line.setExecutionExceptionHandler(Problems::failure);
    line.setDefaultValueProvider(new OutsideDefaults());
    return line;
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing; heapdrift --help lists them");
  }
}
