package dev.heapdrift.agent.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes files and folders with the permissions they are to have from their first moment on. */
public final class OwnFiles {
  private static final Set<OpenOption> NEW_FILE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final int BUFFER = 1 << 16;

  private OwnFiles() {}

  /** Who may read a file; the process's umask may take away more. */
  public enum Readers {
    /** Its owner. */
    OWNER("rw-------"),
    /** Everybody; its owner writes it. */
    EVERYBODY("rw-r--r--");

    private final String permissions;

    Readers(String permissions) {
      this.permissions = permissions;
    }
  }

  /** Writes what a file is to hold. */
  public interface Content {
    /**
     * Writes all of it.
     *
     * @throws IOException when {@code out} does
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Makes a folder for its owner only, and those above it, where they are missing.
   *
   * @throws IOException when it cannot be made
   */
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, permissions(folder, "rwx------"));
    }
  }

  /**
   * Makes an empty file for its owner only, where nothing is yet, be it a link to nowhere.
   *
   * @return whether there is a file now; false where something else is
   * @throws IOException when it cannot be made
   */
  public static boolean makeEmpty(Path file) throws IOException {
    try {
      create(file, Readers.OWNER).close();
      return true;
    } catch (FileAlreadyExistsException there) {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /**
   * Writes a file under another name in the same folder, then renames it, so that whoever sees it
   * sees all of it.
   *
   * @param file its name
   * @param readers who may read it
   * @param content what it is to hold
   * @param move how it is renamed; without options a file that is there makes it fail
   * @return its size in bytes
   * @throws IOException when it could not be written; then nothing is left behind
   */
  public static long write(Path file, Readers readers, Content content, CopyOption... move)
      throws IOException {
    Path unfinished = file.resolveSibling('.' + file.getFileName().toString() + ".tmp");
    try {
      try (OutputStream out = create(unfinished, readers)) {
        content.writeTo(out);
      }
      long bytes = Files.size(unfinished);
      Files.move(unfinished, file, move);
      return bytes;
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(unfinished);
      throw failure;
    }
  }

  private static OutputStream create(Path file, Readers readers) throws IOException {
    return new BufferedOutputStream(
        Channels.newOutputStream(
            Files.newByteChannel(file, NEW_FILE, permissions(file, readers.permissions))),
        BUFFER);
  }

  private static FileAttribute<?>[] permissions(Path place, String text) {
    boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}
