package dev.heapdrift.junit;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.heapdrift.analyzer.launch.CarriedAgent;
import dev.heapdrift.analyzer.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Loads the agent that this module carries into the JVM it runs in, where the JVM allows that. */
final class SelfAttach {
  private static final String ALLOWED = "jdk.attach.allowAttachSelf";

  private static final String WHAT_TO_ADD =
      "add -javaagent:heapdrift-agent.jar to the arguments of the JVM that runs the tests (argLine"
          + " of Surefire, jvmArgs of Gradle), or -D"
          + ALLOWED
          + "=true";

  private SelfAttach() {}

  /** Attaches; one line on what to do when that is not possible. */
  static Optional<String> attach() {
    String allowed = System.getProperty(ALLOWED);
    if (allowed == null || !(allowed.isEmpty() || Boolean.parseBoolean(allowed))) {
      return Optional.of("no agent watches this JVM: " + WHAT_TO_ADD);
    }
    if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
      return Optional.of("no agent watches this JVM without module jdk.attach: " + WHAT_TO_ADD);
    }
    return Own.attach().map(why -> "the agent cannot be attached (" + why + "): " + WHAT_TO_ADD);
  }

  /** A class of its own, for it needs a module that not every JVM has. */
  private static final class Own {

    /** Attaches; else one clause on why not. */
    static Optional<String> attach() {
      try {
        load(carried());
        return Optional.empty();
      } catch (LaunchException
          | IOException
          | AttachNotSupportedException
          | AgentLoadException
          | AgentInitializationException e) {
        return Optional.of(String.valueOf(e.getMessage()).replace('\n', ' '));
      }
    }

    private static Path carried() throws LaunchException, IOException {
      Path folder = Files.createTempDirectory("heapdrift");
      Path jar = CarriedAgent.into(folder);
      folder.toFile().deleteOnExit(); // in this order: the last one goes first
      jar.toFile().deleteOnExit();
      return jar;
    }

    private static void load(Path jar)
        throws IOException,
            AttachNotSupportedException,
            AgentLoadException,
            AgentInitializationException {
      VirtualMachine self = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
      try {
        self.loadAgent(
            jar.toString(), "level=watch,interval=0,survivors-interval=0,snapshots=" + reports());
      } finally {
        self.detach();
      }
    }

    /** Beside the artefacts; a comma would end the option. */
    private static Path reports() {
      Path own = Artefacts.root().resolve("agent").toAbsolutePath();
      return own.toString().indexOf(',') < 0
          ? own
          : Path.of(System.getProperty("java.io.tmpdir"), "heapdrift-snapshots");
    }
  }
}
