package dev.heapdrift.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The application's way to the heapdrift agent of its own JVM.
 *
 * <p>Without an agent every call is inert: it does nothing, throws nothing and says so by its
 * result. All methods may be called from any thread. A snapshot is taken by the agent's own thread
 * while the caller waits: usually milliseconds, longer when the agent is at that moment searching a
 * large heap for an owner, and never more than 30 seconds.
 */
public final class Heapdrift {

  /** What the agent's answer begins with when it could not do as asked. */
  private static final String ERROR = "error: ";

  private Heapdrift() {}

  /**
   * Tells whether an agent watches this JVM. Cheap with an agent; without one each call looks for
   * it anew (microseconds), because an agent may be attached at any time.
   *
   * @return true when snapshots can be taken
   */
  public static boolean isActive() {
    AgentDoor door = AgentDoor.find();
    return door != null && door.isOpen();
  }

  /**
   * Writes a snapshot into the agent's snapshot folder, under the next name of its series.
   *
   * @return the file written, or empty when no agent watches this JVM
   * @throws IOException when the agent could not write it; the message is one line
   */
  public static Optional<Path> takeSnapshot() throws IOException {
    return ask(null);
  }

  /**
   * Writes a snapshot to a file of the caller's choice. Nothing is overwritten: a file that exists
   * is refused. The agent's retention does not count it.
   *
   * @param file where to, in a folder that exists; the name should end in {@code .hds}
   * @return the file written, or empty when no agent watches this JVM
   * @throws IOException when the agent could not write it; the message is one line
   * @throws NullPointerException when {@code file} is null
   */
  public static Optional<Path> takeSnapshot(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return ask(file.toAbsolutePath().toString());
  }

  private static Optional<Path> ask(String file) throws IOException {
    AgentDoor door = AgentDoor.find();
    Object answer = door == null ? null : door.control("snapshot", file);
    if (answer == null) {
      return Optional.empty();
    }
    String written = answer.toString();
    if (written.startsWith(ERROR)) {
      throw new IOException(written.substring(ERROR.length()));
    }
    return Optional.of(Path.of(written));
  }
}
