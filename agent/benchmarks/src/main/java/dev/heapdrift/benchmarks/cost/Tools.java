package dev.heapdrift.benchmarks.cost;

import dev.heapdrift.benchmarks.ChildJvm;
import dev.heapdrift.benchmarks.work.WorkServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where the tools lie and what they take on a command line. Those from Maven Central are in the
 * folder {@code tools} beside the jar of the benchmarks, where its build put them.
 *
 * @param agent our agent's jar
 * @param scratch folder for all that the children write
 */
record Tools(Path agent, Path scratch) {

  private static final String HEAP = "768m";

  /** A JVM of the Java that runs the suite, all of whose files go to the scratch folder. */
  ChildJvm jvm() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ChildJvm(
        java,
        List.of(
            "-Xms" + HEAP,
            "-Xmx" + HEAP,
            "-XX:+PerfDisableSharedMem", // its file would stay in the temporary folder
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + scratch.resolve("crash-%p.log"),
            "-Djava.io.tmpdir=" + scratch));
  }

  /** Our agent with these options. */
  String agent(String options) {
    return "-javaagent:" + agent + '=' + options + ",snapshots=" + scratch.resolve("snapshots");
  }

  /** A JVM with our agent in level {@code exact}. */
  ChildJvm exact(String options) {
    return jvm().with(agent("level=exact," + options));
  }

  /** With two kinds of events, see survivors.jfc. */
  List<String> flightRecorder() {
    return List.of(
        "-XX:StartFlightRecording:disk=true,maxsize=64m,settings=" + resource("survivors.jfc"),
        "-XX:FlightRecorderOptions:repository=" + scratch.resolve("jfr"));
  }

  /**
   * For Linux and macOS.
   *
   * @throws ToolMissingException elsewhere
   */
  String asyncProfiler() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    String folder = os.startsWith("mac") ? "macos" : "linux-" + cpu;
    Path library = installed("async-profiler/" + folder + "/libasyncProfiler.so");
    return "-agentpath:" + library + "=start,event=alloc,live,file=" + scratch.resolve("%p.jfr");
  }

  String instrumenter() {
    return "-javaagent:" + installed("java-allocation-instrumenter.jar");
  }

  /** A file beside the workloads in the jar, copied to the scratch folder. */
  Path resource(String name) {
    Path copy = scratch.resolve(name);
    try (InputStream in = WorkServer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      if (!Files.exists(copy)) {
        Files.copy(in, copy);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path installed(String name) {
    try {
      var place = Tools.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path file = Path.of(place).resolveSibling("tools").resolve(name);
      if (!Files.exists(file)) {
        throw new ToolMissingException("not there for this system: " + name);
      }
      return file;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
