package dev.heapdrift.agent.verdict;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where the analyzer lies: where the option {@code analyzer} says, else beside the agent's jar.
 *
 * @param given the option; empty for none
 * @param agent the agent's own jar, or null where it has none
 */
public record AnalyzerJar(String given, File agent) {
  private static final String NAME = "heapdrift.jar";

  /** Whether it is worth asking for a verdict that nobody has asked for. */
  boolean isThere() {
    try {
      find();
      return true;
    } catch (IllegalStateException none) {
      return false;
    }
  }

  /** The file, which nobody has looked into yet. */
  Path find() {
    return given.isEmpty() ? beside() : named();
  }

  private Path named() {
    try {
      Path jar = Path.of(given);
      if (Files.isRegularFile(jar)) {
        return jar;
      }
    } catch (InvalidPathException e) {
      throw new IllegalStateException("analyzer=" + given + " is no path: " + e.getReason());
    }
    throw new IllegalStateException("analyzer=" + given + ": there is no such file");
  }

  private Path beside() {
    Path jar = agent == null ? null : agent.toPath().resolveSibling(NAME);
    if (jar == null || !Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "a verdict needs the analyzer: name heapdrift.jar by the agent's option analyzer=FILE"
              + (jar == null ? "" : ", or lay it beside the agent, as " + jar));
    }
    if (!sameOwner(jar, agent.toPath())) { // the agent may lie where others may write, as in /tmp
      throw new IllegalStateException(
          jar + " is another user's than the agent; name it by analyzer=FILE if it is to be used");
    }
    return jar;
  }

  private static boolean sameOwner(Path jar, Path agent) {
    try {
      return Files.getOwner(jar).equals(Files.getOwner(agent));
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
