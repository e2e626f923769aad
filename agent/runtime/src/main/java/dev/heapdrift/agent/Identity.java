package dev.heapdrift.agent;

import static java.util.jar.Attributes.Name.IMPLEMENTATION_VERSION;

import dev.heapdrift.agent.control.Bulletin;
import dev.heapdrift.agent.options.AgentOptions;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Who this agent is. Agent thread only. */
final class Identity {
  private static final String UNPACKAGED = "development";
  private static final File JAR = found();
  private static final String VERSION = version(JAR);

  private Identity() {}

  /** The version of this build, as its jar tells. */
  static String version() {
    return VERSION;
  }

  /** The jar that this build runs from, or null where it has none. */
  static File jar() {
    return JAR;
  }

  /** The folder of the snapshots, absolute. */
  static Path snapshots(AgentOptions options) {
    return Path.of(options.snapshots()).toAbsolutePath().normalize();
  }

  /** Tells those who may attach where the snapshots go, and which jar speaks with this agent. */
  static void publish(AgentOptions options, Bulletin bulletin) {
    bulletin.publish("version", version());
    bulletin.publish("snapshots", snapshots(options).toString());
    if (JAR != null) {
      bulletin.publish("jar", JAR.toString());
    }
  }

  private static String version(File jar) {
    if (jar == null) {
      return UNPACKAGED;
    }
    try (JarFile file = new JarFile(jar, /* verify= */ false)) {
      Manifest manifest = file.getManifest();
      String version =
          manifest == null ? null : manifest.getMainAttributes().getValue(IMPLEMENTATION_VERSION);
      return version == null ? UNPACKAGED : version;
    } catch (IOException gone) {
      return UNPACKAGED;
    }
  }

  private static File found() {
    URL self = Identity.class.getResource("Identity.class");
    try {
      return self != null && self.openConnection() instanceof JarURLConnection inside
          ? new File(URI.create(inside.getJarFileURL().toString()))
          : null;
    } catch (IOException | IllegalArgumentException odd) {
      return null;
    }
  }
}
