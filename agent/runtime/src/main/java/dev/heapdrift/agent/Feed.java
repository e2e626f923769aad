package dev.heapdrift.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Snapshots for those who look again and again from outside: one in a file of theirs, and another
 * whenever they have taken it away, until its folder is gone. Else each look would load an agent
 * once more, of which JDK 21 and newer warn on the application's stderr. Agent thread only.
 */
final class Feed {
  /** Files that are fed at a time; the oldest makes way for a further one. */
  private static final int MOST = 4;

  /** Writes a snapshot. */
  interface Writer {
    /**
     * Writes it into a file that must not be there yet.
     *
     * @throws IOException when it cannot be written
     */
    void write(String file) throws IOException;
  }

  private final Writer writer;
  private final List<Path> files = new ArrayList<>(MOST);

  Feed(Writer writer) {
    this.writer = writer;
  }

  /** Writes the first one. */
  void begin(String file) throws IOException {
    writer.write(file);
    if (files.size() == MOST) {
      files.remove(0);
    }
    files.add(Path.of(file).toAbsolutePath());
  }

  /** Whether one has been taken away. */
  boolean isWanted() {
    return files.stream().anyMatch(Feed::isGone);
  }

  /** Writes what is wanted; a file that cannot be written, or whose folder is gone, is given up. */
  void write() throws IOException {
    for (Path file : List.copyOf(files)) {
      if (isGone(file)) {
        files.remove(file);
        if (Files.isDirectory(file.getParent())) {
          begin(file.toString());
        }
      }
    }
  }

  private static boolean isGone(Path file) {
    return Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
  }
}
