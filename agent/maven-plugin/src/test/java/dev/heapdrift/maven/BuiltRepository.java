package dev.heapdrift.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A Maven repository that holds what this build has made of the plugin and what it needs. */
final class BuiltRepository {
  private static final Path CHECKOUT = Path.of(System.getProperty("heapdrift.root"));

  private final Path root;
  private final String version;

  BuiltRepository(Path root, String version) {
    this.root = root;
    this.version = version;
  }

  /** The folder of a module in this build. */
  static Path module(String path) {
    return CHECKOUT.resolve(path);
  }

  /** Lays all of it. */
  void lay() throws IOException {
    lay("heapdrift-parent", CHECKOUT.resolve("pom.xml"));
    lay("heapdrift-agent", "agent/runtime", "heapdrift-agent.jar");
    lay("heapdrift-analyzer", "analyzer", "heapdrift.jar");
    lay("heapdrift-snapshot", "agent/snapshot", "heapdrift-snapshot-" + version + ".jar");
    lay("heapdrift-api", "agent/api", "heapdrift-api-" + version + ".jar");
    lay("heapdrift-junit", "agent/junit", "heapdrift-junit.jar");
    lay(
        "heapdrift-maven-plugin",
        "agent/maven-plugin",
        "heapdrift-maven-plugin-" + version + ".jar");
  }

  private void lay(String artifact, String path, String jar) throws IOException {
    Path module = module(path);
    Path reduced = module.resolve("target/dependency-reduced-pom.xml");
    lay(artifact, Files.exists(reduced) ? reduced : module.resolve("pom.xml"));
    copy(module.resolve("target").resolve(jar), file(artifact, ".jar"));
  }

  private void lay(String artifact, Path pom) throws IOException {
    Files.createDirectories(file(artifact, ".pom").getParent());
    copy(pom, file(artifact, ".pom"));
  }

  private Path file(String artifact, String type) {
    return root.resolve("dev/heapdrift")
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + '-' + version + type);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
