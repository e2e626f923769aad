package dev.heapdrift.analyzer.control;

import dev.heapdrift.analyzer.launch.CarriedAgent;
import dev.heapdrift.analyzer.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The agent's jar as it is laid into a folder for another JVM, which has it open as long as its
 * agent runs. Taken out again unless it is kept.
 */
public final class LaidJar implements AutoCloseable {
  private static final String PREFIX = "heapdrift-agent-";
  private static final String SUFFIX = ".jar";

  private final Path file;
  private final AttachPlan plan;
  private boolean kept;

  private LaidJar(Path file, AttachPlan plan) {
    this.file = file;
    this.plan = plan;
  }

  /** Lays it there under a name of its own: what lies there already may be in use. */
  public static LaidJar into(AttachPlan plan) throws AttachException {
    Path file = null;
    try {
      file = Files.createTempFile(plan.folder(), PREFIX, SUFFIX);
      CarriedAgent.over(file);
      return new LaidJar(file, plan);
    } catch (LaunchException | IOException e) {
      new LaidJar(file, plan).close();
      throw new AttachException("cannot lay the agent into " + plan.folder(), e);
    }
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** Leaves it there. */
  public void keep() {
    kept = true;
  }

  /** Takes it out again, once its agent has left; one that was not laid by us stays. */
  public static void remove(AgentNotice left) throws AttachException {
    if (left.jar() != null) {
      Path jar = Path.of(left.jar());
      String name = String.valueOf(jar.getFileName());
      boolean ours = name.startsWith(PREFIX) && name.endsWith(SUFFIX);
      if (ours && Path.of(left.snapshots()).equals(jar.getParent())) {
        delete(jar);
      }
    }
  }

  @Override
  public void close() throws AttachException {
    if (!kept && file != null) {
      delete(file);
    }
    if (!kept && plan.made()) {
      deleteIfEmpty(plan.folder());
    }
  }

  private static void delete(Path jar) throws AttachException {
    try {
      Files.deleteIfExists(jar);
    } catch (IOException e) {
      throw new AttachException("the agent's jar is left behind", e);
    }
  }

  private static void deleteIfEmpty(Path folder) {
    try {
      Files.delete(folder);
    } catch (IOException e) {
      return; // something lies in it
    }
  }
}
