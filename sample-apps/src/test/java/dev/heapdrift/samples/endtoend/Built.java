package dev.heapdrift.samples.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jars that the build made. */
final class Built {

  static final Path ROOT = path("heapdrift.root", "..");
  static final Path AGENT =
      path("heapdrift.agent.jar", ROOT.resolve("agent/runtime/target/heapdrift-agent.jar"));
  static final Path CLI = path("heapdrift.cli.jar", ROOT.resolve("analyzer/target/heapdrift.jar"));
  static final Path SAMPLES =
      path("heapdrift.samples.jar", ROOT.resolve("sample-apps/target/heapdrift-samples.jar"));

  private Built() {}

  private static Path path(String property, Object otherwise) {
    Path path =
        Path.of(System.getProperty(property, otherwise.toString())).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new AssertionError("not built: " + path);
    }
    return path;
  }
}
