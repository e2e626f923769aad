package dev.heapdrift.samples.endtoend;

import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.snapshot.Snapshot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a class of these tests, with the API on its class path, under the agent; and reads the
 * allocations that it prints, a line a trace: method, line, type and number of objects.
 */
final class Traced {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Path SOURCES =
      Built.ROOT.resolve("sample-apps/src/test/java/dev/heapdrift/samples/endtoend");

  private Traced() {}

  /**
   * Objects of one type that were allocated at one line.
   *
   * @param method class and method
   * @param line line in its source
   * @param type class of the objects
   * @param count how many, live or not
   */
  record Line(String method, int line, String type, long count) {

    static Line parse(String printed) {
      String[] part = printed.split("\t", -1);
      return new Line(part[0], Integer.parseInt(part[1]), part[2], Long.parseLong(part[3]));
    }

    private boolean isOf(String name) {
      return type.endsWith(name);
    }
  }

  /** What the program printed under the agent; null options mean without an agent. */
  static List<String> output(
      Class<?> main, String options, Path folder, List<String> jvm, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("-Xmx512m")); // or sizes are a large heap's
    command.addAll(jvm);
    if (options != null) {
      Path snapshots = folder.resolve("snapshots");
      command.add(
          "-javaagent:" + Built.AGENT + "=interval=0,snapshots=" + snapshots + "," + options);
    }
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    Path output = Files.createDirectories(folder.resolve("output"));
    return Program.java(output, LIMIT, command).exitedWith(0).out().lines().toList();
  }

  /** The allocations that the program printed. */
  static List<Line> run(Class<?> main, String options, Path folder)
      throws IOException, InterruptedException {
    return output(main, options, folder, List.of()).stream().map(Line::parse).toList();
  }

  /** Objects of a type that were allocated at the line marked with {@code // way: NAME}. */
  static long at(List<Line> lines, Class<?> program, String way, String type) {
    int marked = marked(program, way);
    return lines.stream()
        .filter(line -> line.line() == marked && line.isOf(type))
        .filter(line -> line.method().startsWith(program.getName()))
        .mapToLong(Line::count)
        .sum();
  }

  /** All that was allocated in the lines around a mark, for the message of a failure. */
  static String describe(List<Line> lines, Class<?> program, String way) {
    int marked = marked(program, way);
    return lines.stream()
        .filter(line -> line.method().startsWith(program.getName()))
        .filter(line -> Math.abs(line.line() - marked) <= 3)
        .map(Line::toString)
        .collect(Collectors.joining("\n", "line " + marked + "\n", ""));
  }

  /** The printed frame of the line marked with {@code // way: NAME}. */
  static String frame(Class<?> program, String method, String way) {
    String file = program.getSimpleName() + ".java";
    return program.getName() + '.' + method + '(' + file + ':' + marked(program, way) + ')';
  }

  private static int marked(Class<?> program, String way) {
    Path source = SOURCES.resolve(program.getSimpleName() + ".java");
    try {
      List<String> lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).endsWith("// way: " + way)) {
          return i + 1;
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("no line of " + source + " is marked with " + way);
  }

  private static String classPath() {
    Path tests = Path.of("target", "test-classes").toAbsolutePath();
    return Stream.concat(
            Stream.of(tests.toString()),
            Stream.of(Heapdrift.class, Snapshot.class).map(Traced::location))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The jar or folder of a class. */
  static String location(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
  }
}
