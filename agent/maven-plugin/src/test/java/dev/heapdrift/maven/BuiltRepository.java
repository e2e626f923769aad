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

  /** Lays all of it. */
  void lay() throws IOException {
    lay("heapdrift-parent", CHECKOUT, null);
    lay("heapdrift-agent", CHECKOUT.resolve("agent/runtime"), "heapdrift-agent.jar");
    lay("heapdrift-analyzer", CHECKOUT.resolve("analyzer"), "heapdrift.jar");
    lay(
        "heapdrift-maven-plugin",
        CHECKOUT.resolve("agent/maven-plugin"),
        "heapdrift-maven-plugin-" + version + ".jar");
  }

  private void lay(String artifact, Path module, String jar) throws IOException {
    Path folder = root.resolve("dev/heapdrift").resolve(artifact).resolve(version);
    Files.createDirectories(folder);
    copy(module.resolve("pom.xml"), folder.resolve(artifact + '-' + version + ".pom"));
    if (jar != null) {
      copy(
          module.resolve("target").resolve(jar), folder.resolve(artifact + '-' + version + ".jar"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
