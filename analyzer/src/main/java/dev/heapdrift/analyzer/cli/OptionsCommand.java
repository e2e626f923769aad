package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.launch.CarriedAgent;
import dev.heapdrift.analyzer.launch.LaunchException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code heapdrift options}: what the agent can be told. */
@Command(
    name = "options",
    description = "Lists the agent's options, for attach, run and -javaagent.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class OptionsCommand implements Callable<Integer> {
  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    logging.start();
    try {
      command.getOut().print(CarriedAgent.options());
      command.getOut().flush();
      return ExitCode.CLEAN;
    } catch (LaunchException problem) {
      Problems.say(command, problem.getMessage());
      return ExitCode.USAGE;
    }
  }
}
