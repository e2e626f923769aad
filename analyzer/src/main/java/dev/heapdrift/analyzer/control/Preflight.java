package dev.heapdrift.analyzer.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What speaks against attaching to a process, found out before it is touched: the mechanism begins
 * with a signal, and a process that does not expect it may end.
 */
public final class Preflight {
  /** Bit of SIGQUIT, which is signal 3, in the mask of caught signals. */
  private static final long QUIT = 1 << 2;

  private static final String CAUGHT = "SigCgt:";

  private Preflight() {}

  /** Passes when the process looks like a JVM of this user that takes requests. */
  static void check(long pid) throws AttachException {
    if (pid == ProcessHandle.current().pid()) {
      throw new AttachException("process " + pid + " is heapdrift itself");
    }
    ProcessHandle.Info process =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new AttachException("there is no process " + pid))
            .info();
    checkUser(pid, process.user(), ProcessHandle.current().info().user());
    if (List.of(process.arguments().orElse(new String[0]))
        .contains("-XX:+DisableAttachMechanism")) {
      throw new AttachException(
          "process " + pid + " takes no requests: it runs with -XX:+DisableAttachMechanism");
    }
    checkKind(pid, Path.of("/proc", Long.toString(pid)));
  }

  /**
   * Passes on a JDK. To be called before {@link Attachment} is touched, which cannot even be linked
   * where the module is missing.
   *
   * @throws AttachException when this Java has no attach mechanism
   */
  public static void requireMechanism() throws AttachException {
    if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
      throw new AttachException(
          "this Java runtime has no module jdk.attach: run heapdrift with a JDK");
    }
  }

  static void checkUser(long pid, Optional<String> user, Optional<String> us)
      throws AttachException {
    if (user.isPresent() && us.isPresent() && !user.equals(us) && !us.get().equals("root")) {
      throw new AttachException(
          "process " + pid + " belongs to " + user.get() + ": only that user may attach to it");
    }
  }

  /** Where there is a /proc; elsewhere the mechanism itself tells, after a while. */
  static void checkKind(long pid, Path process) throws AttachException {
    try (Stream<String> maps = Files.lines(process.resolve("maps"), StandardCharsets.ISO_8859_1)) {
      if (maps.noneMatch(line -> line.contains("libjvm."))) {
        throw new AttachException("process " + pid + " is no JVM");
      }
      for (String line : Files.readAllLines(process.resolve("status"))) {
        if (line.startsWith(CAUGHT) && !caught(line.substring(CAUGHT.length()).strip())) {
          throw new AttachException(
              "process " + pid + " takes no requests: it runs with -Xrs, or has just started");
        }
      }
    } catch (IOException | RuntimeException notToBeRead) {
      return;
    }
  }

  private static boolean caught(String mask) {
    return (Long.parseUnsignedLong(mask, 16) & QUIT) != 0;
  }
}
