package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A control group that bounds memory, as a container's: a JVM that takes more is killed. The heap
 * has half of it; the other half must do for the JVM, the flight recorder and the agent's code.
 */
final class ControlGroupHost implements Host {
  private static final long LIMIT_BYTES = 256L << 20;

  /** The two forms of control groups: folder of the controller, and its file of the limit. */
  private enum Form {
    FIRST("/sys/fs/cgroup/memory", "memory.limit_in_bytes"),
    SECOND("/sys/fs/cgroup", "memory.max");

    final String root;
    final String limit;

    Form(String root, String limit) {
      this.root = root;
      this.limit = limit;
    }
  }

  private Path group;

  @Override
  public String name() {
    return "control group with a limit of 256 MB";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws Exception {
    group = limited("heapdrift-" + ProcessHandle.current().pid());
    return SpawnedJvm.of(Tenant.class)
        .jvm("-Xmx128m")
        .behind(Enclosure.after("echo $$ > \"$0\"/cgroup.procs", group));
  }

  private static Path limited(String name) throws NotHereException {
    for (Form form : Form.values()) {
      Path made = Path.of(form.root, name);
      if (limits(made, form.limit)) {
        return made;
      }
      delete(made);
    }
    throw new NotHereException("this machine does not let us make control groups");
  }

  private static boolean limits(Path made, String file) {
    try {
      Files.createDirectory(made); // and no controller's folder, which the other form has not
      if (!Files.exists(made.resolve("cgroup.procs"))) {
        return false; // a folder like others: the other form is in use
      }
      Files.writeString(made.resolve(file), Long.toString(LIMIT_BYTES));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static void delete(Path made) {
    try {
      Files.deleteIfExists(made);
    } catch (IOException stays) {
      return; // the next boot takes it
    }
  }

  @Override
  public void bidFarewell(Setting setting) {
    delete(group);
  }
}
