package dev.heapdrift.analyzer.demo;

import dev.heapdrift.analyzer.launch.CarriedAgent;
import dev.heapdrift.analyzer.launch.LaunchException;
import dev.heapdrift.analyzer.launch.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a demonstration leaves behind: the snapshots and what the service said; and, while it runs,
 * the agent.
 *
 * @param root the folder; empty or absent before
 */
public record DemoFolder(Path root) {

  private static final String SAMPLES = "sample-apps/target/heapdrift-samples.jar";

  /** System property that names the checkout; the launcher sets it. */
  public static final String HOME = "heapdrift.home";

  /**
   * Makes the folder.
   *
   * @param wanted where, or null for a new temporary folder
   * @throws LaunchException when it cannot be made or holds something already
   */
  public static DemoFolder create(Path wanted) throws LaunchException {
    try {
      return new DemoFolder(
          wanted == null
              ? Files.createTempDirectory("heapdrift-demo-")
              : RunFolder.named(wanted).root());
    } catch (IOException e) {
      throw new LaunchException("cannot make the folder: " + e.getMessage());
    }
  }

  /** Where the agent writes. */
  public Path snapshots() {
    return root.resolve("snapshots");
  }

  /** Why there is nothing to report: what the service and the agent said is kept. */
  public LaunchException withoutSnapshots() {
    return new LaunchException("the agent wrote no snapshot; see " + serviceLog());
  }

  /** What the service printed. */
  Path serviceLog() {
    return root.resolve("service.log");
  }

  /**
   * Lays the agent that this program carries into the folder.
   *
   * @return its jar
   * @throws LaunchException when this program carries none, as when it was not built by Maven
   */
  Path agent() throws LaunchException {
    return CarriedAgent.into(root);
  }

  /** Takes the agent out again, once no JVM runs with it: it is larger than all else together. */
  public void removeAgent() {
    CarriedAgent.removeFrom(root);
  }

  /**
   * The sample service, which lies beside the sources and not in this program.
   *
   * @throws LaunchException when it has not been built
   */
  static Path samples() throws LaunchException {
    Path jar = Path.of(System.getProperty(HOME, ".")).resolve(SAMPLES).toAbsolutePath().normalize();
    if (!Files.isRegularFile(jar)) {
      throw new LaunchException(
          "the sample service is missing: " + jar + "; run ./heapdrift demo in a checkout");
    }
    return jar;
  }
}
