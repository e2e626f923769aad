package dev.heapdrift.agent;

import dev.heapdrift.agent.control.Bulletin;
import dev.heapdrift.agent.options.AgentOptions;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

/** Who this agent is. Agent thread only. */
final class Identity {
  private Identity() {}

  /** The version of this build. */
  static String version() {
    String version = Identity.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The folder of the snapshots, absolute. */
  static Path snapshots(AgentOptions options) {
    return Path.of(options.snapshots()).toAbsolutePath().normalize();
  }

  /** Tells those who may attach where the snapshots go, and which jar speaks with this agent. */
  static void publish(AgentOptions options, Bulletin bulletin) {
    bulletin.publish("version", version());
    bulletin.publish("snapshots", snapshots(options).toString());
    File jar = jar();
    if (jar != null) {
      bulletin.publish("jar", jar.toString());
    }
  }

  private static File jar() {
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
