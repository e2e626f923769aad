package dev.heapdrift.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Maven that runs this build, started once more for a project of a test. What it needs comes
 * from the repository of this build and from that of the user; Central is asked only for what is in
 * neither, and only where this build may ask it.
 */
final class SpawnedMaven {
  private static final long LIMIT_MINUTES = 10;

  private static final String SETTINGS =
      """
      <settings>
        <localRepository>%s</localRepository>
        <profiles>
          <profile>
            <id>built</id>
            <repositories>%s%s</repositories>
            <pluginRepositories>%s%s</pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles>
          <activeProfile>built</activeProfile>
        </activeProfiles>
      </settings>
      """;

  private static final String REPOSITORY =
      """
      <%1$s>
        <id>%2$s</id>
        <url>%3$s</url>
        <releases><checksumPolicy>ignore</checksumPolicy></releases>
        <snapshots><updatePolicy>always</updatePolicy><checksumPolicy>ignore</checksumPolicy></snapshots>
      </%1$s>
      """;

  private final Path folder;
  private final Path settings;

  /**
   * A Maven.
   *
   * @param folder of its own, for its settings, its repository and its output
   * @param built the repository of this build
   */
  SpawnedMaven(Path folder, Path built) throws IOException {
    this.folder = folder;
    this.settings = folder.resolve("settings.xml");
    Path users = Path.of(System.getProperty("it.maven.repository"));
    Files.writeString(
        settings,
        SETTINGS.formatted(
            folder.resolve("repository"),
            repository("repository", "built", built),
            repository("repository", "users", users),
            repository("pluginRepository", "built", built),
            repository("pluginRepository", "users", users)));
  }

  private static String repository(String element, String id, Path root) {
    return REPOSITORY.formatted(element, id, root.toUri());
  }

  /**
   * Runs it.
   *
   * @param project the folder of the project
   * @param arguments goals and properties
   * @return its exit code and all it has printed
   */
  Ended run(Path project, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("it.maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-s", settings.toString()));
    // Offline, Maven 3 would not even read a repository in a folder.
    command.add("-Daether.offline.protocols=file");
    if ("is true".equals(System.getProperty("it.maven.offline"))) {
      command.add("-o");
    }
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("it.version.")) {
        command.add("-D" + name + '=' + System.getProperty(name));
      }
    }
    command.addAll(arguments);
    Path output = Files.createTempFile(folder, "maven", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("GITHUB_ACTIONS", "true");
    Process process = builder.start();
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("Maven still runs: " + Files.readString(output));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }

  /** How a Maven has ended. */
  record Ended(int code, String output) {}
}
