package dev.heapdrift.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's entry in a JVM of its own, with the jar as it ships and with a broken one. */
class HeapdriftAgentIT {

  @TempDir Path folder;

  @Test
  void theJarDeclaresWhatTheJvmAsksFor() throws IOException {
    try (JarFile jar = new JarFile(SpawnedJvm.agentJar().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Premain-Class")).isEqualTo(HeapdriftAgent.class.getName());
      assertThat(manifest.getValue("Agent-Class")).isEqualTo(HeapdriftAgent.class.getName());
      assertThat(manifest.getValue("Can-Redefine-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Launcher-Agent-Class")).isNull();
      assertThat(manifest.getValue("Boot-Class-Path")).isNull();
    }
  }

  @Test
  void anAgentWithoutItsRuntimeCostsOneLineOnStderr() throws IOException {
    Path empty = FakeAgentJar.withoutRuntime(folder.resolve("empty.jar"));

    complainsOnce(run(empty, ""));
  }

  @Test
  void aRuntimeThatFailsCostsOneLineOnStderr() throws IOException {
    Path failing = FakeAgentJar.printing("fail", folder.resolve("failing.jar"));

    assertThat(complainsOnce(run(failing, "")))
        .isEqualTo(
            "heapdrift: java.lang.IllegalStateException: two lines; the application runs without"
                + " it");
  }

  @Test
  void aBadOptionCostsOneLineOnStderr() {
    assertThat(complainsOnce(run(SpawnedJvm.agentJar(), "intervall=5s")))
        .isEqualTo(
            "heapdrift: unknown agent option 'intervall', did you mean 'interval'?;"
                + " the application runs without it");
  }

  @Test
  void aMisspeltPropertyCostsOneLineAndIsIgnored() {
    SpawnedJvm.Result run =
        run(
            SpawnedJvm.agentJar(),
            "snapshots=" + folder.resolve("snapshots"),
            "-Dheapdrift.intervall=5s");

    assertThat(run.succeeded().out()).containsExactly("the application ran");
    assertThat(run.err())
        .containsExactly(
            "heapdrift: system property heapdrift.intervall is ignored; did you mean"
                + " heapdrift.interval?");
  }

  @Test
  void runAsAProgramItPrintsItsOptions() {
    SpawnedJvm.Result run = SpawnedJvm.ofJar(SpawnedJvm.agentJar()).run().succeeded();

    assertThat(run.out())
        .contains(
            "  interval=500ms|5s|5m|1h|0  (default: 60s)",
            "  snapshots=folder  (default: heapdrift-snapshots)");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theApplicationNoticesNothing() {
    SpawnedJvm.Result run = run(SpawnedJvm.agentJar(), "snapshots=" + folder.resolve("snapshots"));

    assertThat(run.succeeded().out()).containsExactly("the application ran");
    assertThat(run.err()).isEmpty();
  }

  private static String complainsOnce(SpawnedJvm.Result run) {
    assertThat(run.succeeded().out()).containsExactly("the application ran");
    assertThat(run.err()).hasSize(1);
    assertThat(run.err().get(0))
        .startsWith("heapdrift: ")
        .endsWith("; the application runs without it");
    return run.err().get(0);
  }

  /** Runs with nothing of ours on the class path, as an application does. */
  private static SpawnedJvm.Result run(Path agent, String options, String... jvm) {
    return SpawnedJvm.of(App.class)
        .classPath(FakeAgentJar.TEST_CLASSES.toString())
        .jvm(jvm)
        .jvm("-javaagent:" + agent + "=" + options)
        .run();
  }

  /** The smallest application. */
  static final class App {
    public static void main(String[] args) {
      System.out.println("the application ran");
    }
  }
}
