package dev.heapdrift.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.SelfChecking;
import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.snapshot.Snapshot;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/** The built jar, in a JVM that was started without an agent and without any library of ours. */
class SelfAttachIT {
  private static final Path JAR =
      Path.of(System.getProperty("heapdrift.root"), "agent/junit/target/heapdrift-junit.jar");

  /** What a test of the application's has beside the jar. */
  private static final List<Class<?>> BESIDE =
      List.of(
          SelfChecking.class,
          Heapdrift.class,
          Snapshot.class,
          Executable.class,
          AnnotationSupport.class,
          AssertionFailedError.class);

  @TempDir Path folder;

  @Test
  void theJarHoldsNoLibrary() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
          .contains("heapdrift-agent.jar")
          .allMatch(
              name ->
                  name.matches(
                      "META-INF/.*|heapdrift-agent\\.jar|dev/heapdrift/junit/[^/]+"
                          + "|dev/heapdrift/analyzer/Analysis.*"
                          + "|dev/heapdrift/analyzer/(finding|launch|report|series)/[^/]+"));
    }
  }

  @Test
  void theCarriedAgentIsAttachedWhereThatIsAllowed() throws Exception {
    assertThat(output("-Djdk.attach.allowAttachSelf=true"))
        .contains("healthy\n")
        .contains("held by    static com.example.shop.Orders.CACHE{value}")
        .contains("kept in      " + folder.toRealPath().resolve("heapdrift-reports"))
        .doesNotContain("no leak");
    assertThat(folder.resolve("heapdrift-reports")).isNotEmptyDirectory();
  }

  @Test
  void whereItIsNotItIsSaidWhatToAdd() throws Exception {
    assertThat(output("-Djdk.attach.allowAttachSelf=false"))
        .startsWith("heapdrift: inconclusive: no agent watches this JVM: add -javaagent");
  }

  private String output(String option) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(option, "-cp", classPath()));
    command.add(SelfChecking.class.getName());
    Process java =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream out = java.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return text;
    } finally {
      java.destroyForcibly();
    }
  }

  private static String classPath() {
    return Stream.concat(Stream.of(JAR), BESIDE.stream().map(SelfAttachIT::origin))
        .map(path -> path.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
