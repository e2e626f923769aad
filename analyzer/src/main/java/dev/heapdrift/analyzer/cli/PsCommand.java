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
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code heapdrift ps}: which JVMs run here, and at which level they are watched. */
@Command(
    name = "ps",
    description = {
      "Lists the JVMs that this user may see, with the level at which an agent watches them;",
      "- without an agent, ? where nothing tells."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class PsCommand implements Callable<Integer> {
  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    logging.start();
    try {
      List<RunningJvm> jvms = RunningJvms.list();
      switch (format) {
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
