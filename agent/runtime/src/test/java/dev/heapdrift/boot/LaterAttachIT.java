package dev.heapdrift.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entry is loaded once per JVM; the runtime comes from the jar that is attached. */
class LaterAttachIT {

  @TempDir Path folder;

  @Test
  void eachBuildThatIsAttachedRuns() throws Exception {
    Path first = FakeAgentJar.printing("build 1", folder.resolve("build 1.jar"));
    Path second = FakeAgentJar.printing("build 2", folder.resolve("build 2.jar"));
    Path third = FakeAgentJar.printing("build 3", folder.resolve("build 3.jar"));
    try (SpawnedJvm jvm =
        SpawnedJvm.of(Waiting.class)
            .classPath(FakeAgentJar.TEST_CLASSES.toString())
            .jvm("-javaagent:" + first + "=a", "-XX:+EnableDynamicAgentLoading")
            .start()) {
      jvm.awaitLine("build 1 with a");
      jvm.awaitLine("waiting");

      attach(jvm, second, "b");
      jvm.awaitLine("build 2 with b");
      attach(jvm, third, "c");
      jvm.awaitLine("build 3 with c");

      jvm.println("end");
      assertThat(jvm.await().succeeded().err()).isEmpty();
    }
  }

  private static void attach(SpawnedJvm jvm, Path agent, String options) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
    try {
      machine.loadAgent(agent.toString(), options);
    } finally {
      machine.detach();
    }
  }

  /** Runs until its stdin speaks. */
  static final class Waiting {
    public static void main(String[] args) throws IOException {
      System.out.println("waiting");
      System.in.read();
    }
  }
}
