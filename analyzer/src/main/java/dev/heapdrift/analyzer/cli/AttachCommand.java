package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.control.AgentNotice;
import dev.heapdrift.analyzer.control.AgentStatus;
import dev.heapdrift.analyzer.control.AttachException;
import dev.heapdrift.analyzer.control.AttachPlan;
import dev.heapdrift.analyzer.control.Attachment;
import dev.heapdrift.analyzer.control.LaidJar;
import dev.heapdrift.analyzer.launch.CarriedAgent;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code heapdrift attach}: the agent into a JVM that runs. */
@Command(
    name = "attach",
    description = {
      "Starts the agent in a running JVM.",
      "An agent that is there already goes on as it is. Snapshots go to a fresh folder here,"
          + " heapdrift-PID-DATE-TIME, or to snapshots=DIR."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class AttachCommand extends JvmCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OPTIONS",
      description =
          "Options for the agent, which heapdrift options lists:"
              + " level=sample,interval=10s,include=com.app.")
  private String options;

  @Override
  void act(Attachment jvm, CommandLine command) throws AttachException {
    Optional<AgentNotice> there = jvm.agent();
    if (there.isPresent()) {
      AgentNotice agent = there.get();
      command
          .getOut()
          .println(
              "an agent watches JVM "
                  + jvm.pid()
                  + " already, at level "
                  + agent.level()
                  + "; it goes on as it is, snapshots in "
                  + agent.snapshots());
      return;
    }
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
    AttachPlan plan =
        AttachPlan.of(options, Path.of(""), jvm.pid(), now).judgedBy(CarriedAgent.carrier());
    AgentStatus status = start(jvm, plan);
    command
        .getOut()
        .println(
            "attached to JVM "
                + jvm.pid()
                + " at level "
                + status.text("level")
                + ", snapshots in "
                + status.text("snapshots"));
  }

  private static AgentStatus start(Attachment jvm, AttachPlan plan) throws AttachException {
    try (LaidJar jar = LaidJar.into(plan)) {
      AgentStatus status = jvm.start(jar.file(), plan.options());
      jar.keep();
      return status;
    }
  }
}
