package dev.heapdrift.analyzer.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"heapdrift " + ofJar(), "Java " + System.getProperty("java.version")};
  }

  /** The version alone. */
  static String ofJar() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
