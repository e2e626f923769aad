package dev.heapdrift.analyzer.cli;

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
      "Every option is also read from the system property heapdrift.COMMAND.OPTION and the",
      "environment variable HEAPDRIFT_COMMAND_OPTION; the command line goes first."
    })
public final class Main implements Callable<Integer> {
  /** The commands, in the order of the help. One line adds one. */
  private static final List<Supplier<?>> COMMANDS =
      List.of(LeaksCommand::new, DiffCommand::new, GenerateCompletion::new);

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    Logging.silence();
    System.exit(commandLine().execute(args));
  }

  /** The whole command line, ready to execute. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    COMMANDS.forEach(command -> line.addSubcommand(command.get()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
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
