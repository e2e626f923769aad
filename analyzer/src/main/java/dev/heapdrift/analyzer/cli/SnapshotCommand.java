package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.control.AttachException;
import dev.heapdrift.analyzer.control.Attachment;
import dev.heapdrift.snapshot.ask.Verb;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heapdrift snapshot}: one now, and its path on stdout. */
@Command(
    name = "snapshot",
    description = {
      "Has the agent in a running JVM write a snapshot, and prints its path.",
      "It goes into the agent's folder, or into a file."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class SnapshotCommand extends JvmCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write this file, which must not exist yet (default: the agent's folder).")
  private Path output;

  @Option(names = "--gc", description = "Collect garbage first, which stops that JVM for a while.")
  private boolean collect;

  @Override
  void act(Attachment jvm, CommandLine command) throws AttachException {
    String file = output == null ? null : output.toAbsolutePath().normalize().toString();
    command.getOut().println(jvm.ask(collect ? Verb.SNAPSHOT_AFTER_GC : Verb.SNAPSHOT, file));
  }
}
