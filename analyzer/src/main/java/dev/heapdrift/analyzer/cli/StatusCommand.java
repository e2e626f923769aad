package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.control.AgentStatus;
import dev.heapdrift.analyzer.control.AttachException;
import dev.heapdrift.analyzer.control.Attachment;
import dev.heapdrift.analyzer.report.StatusJson;
import dev.heapdrift.analyzer.report.StatusText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code heapdrift status}: what the agent does, and what it costs. */
@Command(
    name = "status",
    description = {
      "Prints how the agent in a running JVM is doing.",
      "That is: its level, what it has cost, what it gave up, what it cannot see and what it has"
          + " switched off."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StatusCommand extends JvmCommand {
  @Mixin private FormatOption format;

  @Override
  void act(Attachment jvm, CommandLine command) throws AttachException {
    AgentStatus status = jvm.status();
    switch (format.chosen()) {
      case TEXT -> StatusText.write(jvm.pid(), status, command.getOut());
      case JSON -> StatusJson.write(jvm.pid(), status, command.getOut());
    }
  }
}
