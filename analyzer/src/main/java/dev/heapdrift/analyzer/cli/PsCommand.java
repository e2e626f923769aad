package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.control.AttachException;
import dev.heapdrift.analyzer.control.RunningJvms;
import dev.heapdrift.analyzer.control.RunningJvms.RunningJvm;
import dev.heapdrift.analyzer.report.JvmReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code heapdrift ps}: which JVMs run here, and at which level they are watched. */
@Command(
    name = "ps",
    description = {
      "Lists the JVMs that this user may see, with the agent's level.",
      "The level is - without an agent, and ? where nothing tells."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class PsCommand implements Callable<Integer> {
  @Mixin private FormatOption format;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    logging.start();
    try {
      List<RunningJvm> jvms = RunningJvms.list();
      switch (format.chosen()) {
        case TEXT -> JvmReport.text(jvms, command.getOut());
        case JSON -> JvmReport.json(jvms, command.getOut());
      }
      command.getOut().flush();
      return ExitCode.CLEAN;
    } catch (AttachException problem) {
      Problems.say(command, problem.getMessage());
      return ExitCode.USAGE;
    }
  }
}
