package dev.heapdrift.agent.survivors;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many samples the recorder keeps. It can be told on the command line of the JVM only, and only
 * that tells what it is.
 */
final class QueueSize {
  private static final int DEFAULT = 256;
  private static final String FLAG = "-XX:FlightRecorderOptions";
  private static final Pattern OPTION =
      Pattern.compile("[=:,]old-object-queue-size=(\\d{1,9})(?:,.*)?$");

  private QueueSize() {}

  static int ofThisJvm() {
    return of(ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  /**
   * The size that these arguments ask for.
   *
   * @param arguments of a JVM, of which the last one counts
   */
  static int of(List<String> arguments) {
    int size = DEFAULT;
    for (String argument : arguments) {
      if (argument.startsWith(FLAG)) {
        Matcher option = OPTION.matcher(argument);
        size = option.find() ? Integer.parseInt(option.group(1)) : DEFAULT;
      }
    }
    return size;
  }
}
