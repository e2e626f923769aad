package dev.heapdrift.samples.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the line that a sample's source marks with {@code // grows: NAME}. */
final class Marker {

  private static final Path SOURCES = Built.ROOT.resolve("sample-apps/src/main/java");

  private Marker() {}

  /**
   * The frame that a finding should name.
   *
   * @param className binary name of the class that holds the line
   * @param method method that holds it
   * @param name of the marker
   */
  static String frame(String className, String method, String name) throws IOException {
    String topLevel = className.replaceFirst("\\$.*", "");
    Path source = SOURCES.resolve(topLevel.replace('.', '/') + ".java");
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// grows: " + name)) {
        return className + "." + method + "(" + source.getFileName() + ":" + (i + 1) + ")";
      }
    }
    throw new AssertionError("no line of " + source + " is marked with " + name);
  }
}
