package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.control.AgentNotice;
import dev.heapdrift.analyzer.control.AttachException;
import dev.heapdrift.analyzer.control.Attachment;
import dev.heapdrift.analyzer.control.LaidJar;
import dev.heapdrift.snapshot.ask.Verb;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code heapdrift detach}: a last snapshot, then the agent leaves. */
@Command(
    name = "detach",
    description = {
      "Takes a last snapshot, then has the agent leave a running JVM.",
      "Its hooks are out when this command ends."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class DetachCommand extends JvmCommand {
  @Override
  void act(Attachment jvm, CommandLine command) throws AttachException {
    AgentNotice agent = jvm.requireAgent();
    if (!agent.level().equals("off")) {
      takeLast(jvm, command);
    }
    jvm.detachAgent();
    LaidJar.remove(agent);
    command
        .getOut()
        .println("detached from JVM " + jvm.pid() + ", snapshots in " + agent.snapshots());
  }

  /** A full disk must keep no agent in its JVM. */
  private static void takeLast(Attachment jvm, CommandLine command) {
    try {
      jvm.ask(Verb.SNAPSHOT, null);
    } catch (AttachException problem) {
      Problems.say(command, "no last snapshot: " + problem.getMessage());
    }
  }
}
