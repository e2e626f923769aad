package dev.heapdrift.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the JVMs of a build leave their snapshots: a folder for each fork, for the agent bounds its
 * folder, and one fork must not push out the snapshots of another.
 *
 * @param root the folder of all
 */
record ForkFolders(Path root) {
  private static final String FORK = "fork-";

  /** Surefire and Failsafe replace this, from 1 on, when they start a JVM. */
  private static final String NUMBER = "${surefire.forkNumber}";

  /** The folder of one fork, as JVM options name it. */
  Path ofEach() {
    return root.resolve(FORK + NUMBER);
  }

  /**
   * The folders that hold snapshots: those of forks, else the root itself; none where none does.
   */
  List<Path> filled() throws IOException {
    List<Path> filled = new ArrayList<>();
    for (Path folder : list(root, FORK + "*")) {
      if (!snapshots(folder).isEmpty()) {
        filled.add(folder);
      }
    }
    if (filled.isEmpty() && !snapshots(root).isEmpty()) {
      filled.add(root);
    }
    Collections.sort(filled);
    return List.copyOf(filled);
  }

  /**
   * Takes out what builds before this one have left: it would be judged again. What this build has
   * written is kept, for its tests may run in several executions.
   *
   * @param start of this build
   */
  void clear(Instant start) throws IOException {
    for (Path folder : list(root, FORK + "*")) {
      for (Path snapshot : snapshots(folder)) {
        if (Files.getLastModifiedTime(snapshot).toInstant().isBefore(start)) {
          Files.delete(snapshot);
        }
      }
    }
  }

  private static List<Path> snapshots(Path folder) throws IOException {
    return list(folder, "*.hds");
  }

  private static List<Path> list(Path folder, String glob) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder, glob)) {
      content.forEach(found::add);
    }
    return List.copyOf(found);
  }
}
