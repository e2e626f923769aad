package dev.heapdrift.analyzer.control;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lists the JVMs that this user may see. A JVM is attached to only where an agent's thread is seen
 * from outside: to be listed must change nothing.
 */
public final class RunningJvms {
  /** Name of the agent's thread, which the system knows too. */
  private static final String THREAD = "heapdrift";

  private static final String UNKNOWN = "?";
  private static final String NONE = "-";

  private RunningJvms() {}

  /**
   * A JVM.
   *
   * @param pid its process id
   * @param level level of the agent in it; {@code -} without one, {@code ?} where nothing tells
   * @param main its main class, or jar; no argument, for that may be a secret
   */
  public record RunningJvm(long pid, String level, String main) {}

  /** All but this one, by process id. */
  public static List<RunningJvm> list() throws AttachException {
    Preflight.requireMechanism();
    List<RunningJvm> jvms = new ArrayList<>();
    for (VirtualMachineDescriptor jvm : VirtualMachine.list()) {
      if (jvm.id().matches("\\d+") && Long.parseLong(jvm.id()) != ProcessHandle.current().pid()) {
        long pid = Long.parseLong(jvm.id());
        jvms.add(new RunningJvm(pid, level(pid), main(jvm.displayName())));
      }
    }
    jvms.sort(Comparator.comparingLong(RunningJvm::pid));
    return jvms;
  }

  private static String main(String commandLine) {
    String first = commandLine.strip().split("\\s", 2)[0];
    return first.isEmpty() ? UNKNOWN : first;
  }

  private static String level(long pid) {
    try {
      if (!hasThread(Path.of("/proc", Long.toString(pid), "task"))) {
        return NONE;
      }
      try (Attachment jvm = Attachment.to(pid)) {
        return jvm.agent().map(AgentNotice::level).orElse(NONE);
      }
    } catch (IOException | DirectoryIteratorException | AttachException untold) {
      return UNKNOWN;
    }
  }

  private static boolean hasThread(Path tasks) throws IOException {
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        if (name(thread).equals(THREAD)) {
          return true;
        }
      }
      return false;
    }
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip();
    } catch (IOException ended) {
      return "";
    }
  }
}
