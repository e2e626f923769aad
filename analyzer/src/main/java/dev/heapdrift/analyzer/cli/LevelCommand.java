package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.control.AttachException;
import dev.heapdrift.analyzer.control.Attachment;
import dev.heapdrift.snapshot.ask.Verb;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code heapdrift level}: watches more, less, or nothing for a while. */
@Command(
    name = "level",
    description = {
      "Changes the level of the agent in a running JVM.",
      "At level off all hooks are out, and the agent sleeps until another level wakes it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class LevelCommand extends JvmCommand {
  private enum Level {
    WATCH,
    SAMPLE,
    EXACT,
    OFF
  }

  @Parameters(
      index = "1",
      paramLabel = "LEVEL",
      description = "How much is watched from now on: ${COMPLETION-CANDIDATES}.")
  private Level level;

  @Override
  void act(Attachment jvm, CommandLine command) throws AttachException {
    String[] change = jvm.ask(Verb.LEVEL, level.name().toLowerCase(Locale.ROOT)).split(" ", 2);
    String before = change[0].equals(change[1]) ? " already" : ", was " + change[0];
    command.getOut().println("JVM " + jvm.pid() + " at level " + change[1] + before);
  }
}
