package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.control.AttachException;
import dev.heapdrift.analyzer.control.Attachment;
import dev.heapdrift.analyzer.control.Preflight;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands on a running JVM have in common: its process id, and one line for what fails. */
abstract class JvmCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "PID",
      description = "Process id of the JVM; heapdrift ps lists them.")
  private long pid;

  @Mixin private Logging logging;

  @Spec private CommandSpec spec;

  /** Does the command's work; results go to the command's out. */
  abstract void act(Attachment jvm, CommandLine command) throws AttachException;

  @Override
  public final Integer call() {
    CommandLine command = spec.commandLine();
    logging.start();
    try {
      Preflight.requireMechanism();
      attach(command);
      return ExitCode.CLEAN;
    } catch (AttachException problem) {
      Problems.say(command, problem.getMessage());
      return ExitCode.USAGE;
    }
  }

  private void attach(CommandLine command) throws AttachException {
    try (Attachment jvm = Attachment.to(pid)) {
      act(jvm, command);
      command.getOut().flush();
    }
  }
}
