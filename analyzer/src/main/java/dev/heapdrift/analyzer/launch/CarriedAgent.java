package dev.heapdrift.analyzer.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;

/** The agent's jar, which this program carries as a resource, as a file for {@code -javaagent}. */
public final class CarriedAgent {
  private static final String NAME = "heapdrift-agent.jar";
  private static final String HELP = "dev.heapdrift.boot.OptionsHelp";

  private CarriedAgent() {}

  /** The jar that this program runs from, and that carries the agent; null where it is none. */
  public static Path carrier() {
    try {
      CodeSource source = CarriedAgent.class.getProtectionDomain().getCodeSource();
      Path place = source == null ? null : Path.of(source.getLocation().toURI());
      return place != null && Files.isRegularFile(place) ? place : null;
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException odd) {
      return null;
    }
  }

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
    copy(jar);
    return jar;
  }

  /**
   * Writes the agent in place of a file.
   *
   * @throws LaunchException as {@link #into}
   */
  public static void over(Path file) throws LaunchException {
    copy(file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(Path jar, CopyOption... options) throws LaunchException {
    try (InputStream carried = CarriedAgent.class.getResourceAsStream("/" + NAME)) {
      if (carried == null) {
        throw new LaunchException("this heapdrift.jar carries no agent; build it with mvn package");
      }
      Files.copy(carried, jar, options);
    } catch (IOException e) {
      throw new LaunchException("cannot write " + jar + ": " + e.getMessage());
    }
  }

  /**
   * The agent's options as text, as the agent prints them itself: this program does not know them.
   *
   * @throws LaunchException as {@link #into}
   */
  public static String options() throws LaunchException {
    try {
      Path folder = Files.createTempDirectory("heapdrift");
      URL[] jar = {into(folder).toUri().toURL()};
      try (URLClassLoader agent = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
        return (String) agent.loadClass(HELP).getMethod("text").invoke(null);
      } finally {
        removeFrom(folder);
        Files.delete(folder);
      }
    } catch (IOException | ReflectiveOperationException e) {
      throw new LaunchException("the agent does not tell its options: " + e);
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
