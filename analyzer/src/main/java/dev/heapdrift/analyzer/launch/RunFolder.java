package dev.heapdrift.analyzer.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where one run leaves its snapshots.
 *
 * @param root the folder; absolute, and empty before the run
 */
public record RunFolder(Path root) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** Runs that may start within one second in one folder. */
  private static final int NAMES = 100;

  /**
   * Makes the folder a user has named.
   *
   * @param wanted a folder that is missing or empty
   * @throws LaunchException when it cannot be made or holds something already
   */
  public static RunFolder named(Path wanted) throws LaunchException {
    try {
      Path root = Files.createDirectories(wanted.toAbsolutePath().normalize());
      try (Stream<Path> content = Files.list(root)) {
        if (content.findAny().isPresent()) {
          throw new LaunchException(wanted + " is not empty; name a new folder");
        }
      }
      return usable(root);
    } catch (IOException e) {
      throw new LaunchException("cannot make the folder: " + e.getMessage());
    }
  }

  /**
   * Makes a folder with the time in its name.
   *
   * @param parent the folder to make it in
   * @param now the time
   * @throws LaunchException when it cannot be made
   */
  public static RunFolder fresh(Path parent, LocalDateTime now) throws LaunchException {
    String name = "heapdrift-run-" + STAMP.format(now);
    Path home = parent.toAbsolutePath().normalize();
    for (int i = 1; i <= NAMES; i++) {
      try {
        return usable(Files.createDirectory(home.resolve(i == 1 ? name : name + '-' + i)));
      } catch (FileAlreadyExistsException e) {
        // the next name
      } catch (IOException e) {
        throw new LaunchException(
            "cannot make a folder for the snapshots in " + home + "; name one by --snapshots");
      }
    }
    throw new LaunchException(home + " has a folder " + name + " already; try --snapshots");
  }

  // The JVM takes what follows the first = of -javaagent for the agent's options.
  private static RunFolder usable(Path root) throws LaunchException {
    if (root.toString().indexOf('=') >= 0) {
      throw new LaunchException(
          "the folder's path must have no = in it: " + root + "; name another");
    }
    return new RunFolder(root);
  }

  /** Removes the folder when nothing lies in it: a program that never ran leaves none behind. */
  public void removeIfEmpty() {
    try {
      Files.delete(root);
    } catch (IOException e) {
      // something lies in it
    }
  }
}
