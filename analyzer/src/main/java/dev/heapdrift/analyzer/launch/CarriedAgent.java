package dev.heapdrift.analyzer.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The agent's jar, which this program carries as a resource, as a file for {@code -javaagent}. */
public final class CarriedAgent {
  private static final String NAME = "heapdrift-agent.jar";

  private CarriedAgent() {}

  /**
   * Lays the agent into a folder.
   *
   * @param folder an existing folder without an agent in it
   * @return the agent's jar
   * @throws LaunchException when it cannot be written, or when this program carries none, as when
   *     it was not built by Maven
   */
  public static Path into(Path folder) throws LaunchException {
    Path jar = folder.resolve(NAME);
    try (InputStream carried = CarriedAgent.class.getResourceAsStream("/" + NAME)) {
      if (carried == null) {
        throw new LaunchException("this heapdrift.jar carries no agent; build it with mvn package");
      }
      Files.copy(carried, jar);
      return jar;
    } catch (IOException e) {
      throw new LaunchException("cannot write " + jar + ": " + e.getMessage());
    }
  }

  /** Takes it out again, once no JVM runs with it: it is larger than all else together. */
  public static void removeFrom(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
    } catch (IOException e) {
      // it only takes up room
    }
  }
}
