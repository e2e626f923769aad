package dev.heapdrift.agent.hosts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a command is put in front of the JVM for: mounts of its own, which end with it, or a control
 * group. The process id stays that of the JVM.
 */
final class Enclosure {
  private static final long PATIENCE_SECONDS = 20;

  private Enclosure() {}

  /**
   * A command that runs the one behind it with mounts of its own.
   *
   * @param script what a shell does first; {@code $0} is {@code place}
   * @throws NotHereException where that is not allowed
   */
  static String[] mounting(String script, Path place) throws Exception {
    // without root's rights only in a name space of users, which not every machine allows
    for (String options : List.of("--mount", "--mount --map-root-user")) {
      List<String> command = shell("exec unshare " + options, script, place);
      if (runs(command)) {
        return command.toArray(String[]::new);
      }
    }
    throw new NotHereException("this machine does not let us mount");
  }

  /** A command that runs the one behind it when {@code script} has run. */
  static String[] after(String script, Path place) {
    return shell("exec", script, place).toArray(String[]::new);
  }

  private static List<String> shell(String outer, String script, Path place) {
    String all = outer + " sh -c '" + script + " && exec \"$@\"' \"$0\" \"$@\"";
    return List.of("sh", "-c", all, place.toString());
  }

  private static boolean runs(List<String> command) throws IOException, InterruptedException {
    List<String> probe = new ArrayList<>(command);
    probe.add("true");
    Process process =
        new ProcessBuilder(probe)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      return process.exitValue() == 0;
    }
    process.destroyForcibly();
    return false;
  }

  /** A file or folder as the process with that id sees it. */
  static Path seenBy(long pid, Path path) {
    return Path.of("/proc", Long.toString(pid), "root").resolve(path.toString().substring(1));
  }
}
