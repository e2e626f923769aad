package dev.heapdrift.agent.hosts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One stay in a host.
 *
 * @param folder where everything of it lies
 * @param collector which collector runs
 */
record Setting(Path folder, Collector collector) {
  private static final String LIBRARIES = "heapdrift.hosts.libraries";

  /** Where the agent writes to. */
  Path snapshots() {
    return folder.resolve("snapshots");
  }

  /** The agent's options. */
  String agentOptions() {
    return "interval=500ms,survivors-interval=1s,snapshots=" + snapshots();
  }

  /**
   * A jar that the profile {@code matrix} has fetched.
   *
   * @throws NotHereException without that profile
   */
  static Path library(String jar) throws NotHereException {
    String libraries = System.getProperty(LIBRARIES);
    Path file = libraries == null ? null : Path.of(libraries).resolve(jar);
    if (file == null || !Files.isRegularFile(file)) {
      throw new NotHereException("only where the profile matrix has fetched " + jar);
    }
    return file.toAbsolutePath();
  }

  /** The class file of {@code type}. */
  static byte[] bytesOf(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream('/' + pathOf(type))) {
      return in.readAllBytes();
    }
  }

  /** Lays the class file of {@code type} below {@code root}, as a class path wants it. */
  static Path copy(Class<?> type, Path root) throws IOException {
    Path file = root.resolve(pathOf(type));
    Files.createDirectories(file.getParent());
    return Files.write(file, bytesOf(type));
  }

  /** Where a class path has the class file of {@code type}. */
  static String pathOf(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }
}
