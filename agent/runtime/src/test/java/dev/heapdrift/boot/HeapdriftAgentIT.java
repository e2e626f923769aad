package dev.heapdrift.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's entry in a JVM of its own, with the jar as it ships and with broken ones. */
class HeapdriftAgentIT {

  private static final Path AGENT = Path.of(System.getProperty("heapdrift.agent.jar"));

  private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void theJarDeclaresWhatTheJvmAsksFor() throws IOException {
    try (JarFile jar = new JarFile(AGENT.toFile())) {
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
  void anAgentWithoutItsRuntimeCostsOneLineOnStderr() throws Exception {
    Path broken = withoutRuntime();

    Run run = run(broken, "");

    assertThat(run.exit).isZero();
    assertThat(run.out).containsExactly("the application ran");
    assertThat(run.err).hasSize(1);
    assertThat(run.err.get(0))
        .startsWith("heapdrift: ")
        .endsWith("the application runs without it");
  }

  @Test
  void aBadOptionCostsOneLineOnStderr() throws Exception {
    Run run = run(AGENT, "snapshotss=" + folder);

    assertThat(run.exit).isZero();
    assertThat(run.out).containsExactly("the application ran");
    assertThat(run.err).hasSize(1);
    assertThat(run.err.get(0))
        .startsWith("heapdrift: ")
        .contains("snapshotss")
        .endsWith("the application runs without it");
  }

  @Test
  void theApplicationNoticesNothing() throws Exception {
    Run run = run(AGENT, "snapshots=" + folder.resolve("snapshots"));

    assertThat(run.exit).isZero();
    assertThat(run.out).containsExactly("the application ran");
    assertThat(run.err).isEmpty();
  }

  private Path withoutRuntime() throws IOException {
    Path broken = folder.resolve("broken.jar");
    try (JarFile jar = new JarFile(AGENT.toFile());
        JarOutputStream out =
            new JarOutputStream(Files.newOutputStream(broken), jar.getManifest())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().startsWith("dev/")).toList()) {
        out.putNextEntry(new JarEntry(entry.getName()));
        jar.getInputStream(entry).transferTo(out);
        out.closeEntry();
      }
    }
    return broken;
  }

  private Run run(Path agent, String options) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + agent + "=" + options);
    command.add("-cp");
    command.add(TEST_CLASSES.toString()); // not ours beside it, where the JVM would find the entry
    command.add(App.class.getName());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
  }

  private record Run(int exit, List<String> out, List<String> err) {}

  /** The smallest application. */
  static final class App {
    public static void main(String[] args) {
      System.out.println("the application ran");
    }
  }
}
