package dev.heapdrift.agent.hosts;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** A class path of a program that runs a server, and of nothing else of the tests. */
  String serverClassPath(Class<?> program, Path... server) throws IOException {
    Path own = folder.resolve("server");
    copy(program, own);
    copy(ServerProgram.class, own);
    return Stream.concat(Stream.of(own), Stream.of(server))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
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
