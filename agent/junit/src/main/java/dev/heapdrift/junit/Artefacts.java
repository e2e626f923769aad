package dev.heapdrift.junit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * What is kept of a check that failed: the snapshots and the report, in a folder of its own that
 * only this user can read. Nothing is overwritten; a folder that exists makes the next one {@code
 * NAME-2}.
 */
final class Artefacts {
  static final String PROPERTY = "heapdrift.junit.reports";

  private static final int MOST_OF_A_NAME = 120;
  private static final int MOST_FOLDERS = 10_000;

  private Artefacts() {}

  /** The folder of all of them: as the property says, else where the build tool puts its own. */
  static Path root() {
    String asked = System.getProperty(PROPERTY);
    if (asked != null && !asked.isBlank()) {
      return Path.of(asked);
    }
    for (String built : List.of("target", "build")) {
      if (Files.isDirectory(Path.of(built))) {
        return Path.of(built, "heapdrift");
      }
    }
    return Path.of("heapdrift-reports");
  }

  /**
   * Writes the artefacts of one check.
   *
   * @param text the report
   * @param page the same as HTML
   * @return their folder
   * @throws IOException when they cannot be written
   */
  static Path write(String name, List<Census> censuses, String text, String page)
      throws IOException {
    Path folder = folder(name);
    for (int i = 0; i < censuses.size(); i++) {
      censuses.get(i).snapshot().dump(folder.resolve(String.format("%04d.hds", i + 1)));
    }
    Files.writeString(folder.resolve("report.txt"), text);
    Files.writeString(folder.resolve("report.html"), page);
    return folder;
  }

  private static Path folder(String name) throws IOException {
    Path root = Files.createDirectories(root());
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String named = plain.substring(0, Math.min(MOST_OF_A_NAME, plain.length()));
    for (int i = 1; ; i++) {
      Path free = root.resolve(i == 1 ? named : named + '-' + i);
      try {
        return Files.createDirectory(free, ownersOnly(root));
      } catch (FileAlreadyExistsException e) {
        if (i == MOST_FOLDERS) {
          throw e; // else it is from a run before
        }
      }
    }
  }

  private static FileAttribute<?>[] ownersOnly(Path root) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix && root.getFileSystem() == FileSystems.getDefault()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
