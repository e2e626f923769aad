package dev.heapdrift.agent.snapshots;

import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/**
 * The folder of the snapshot files, {@code <start id>-<sequence>.hds}.
 *
 * <p>A file is written under another name, readable by its owner only, and then renamed, so that
 * whoever sees it sees all of it; a symbolic link in its place is not followed. Files of other runs
 * are never touched; those of this run are thinned out as {@link Retention} says. Belongs to the
 * agent's thread.
 */
public final class SnapshotFolder {
  private static final Set<OpenOption> NEW_FILE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private final Path folder;
  private final Retention retention;

  /**
   * Names the folder; it is made when the first file is written.
   *
   * @param folder where files go
   * @param maxFiles files of this run that are kept
   * @param maxBytes bytes of this run's files that are kept
   */
  public SnapshotFolder(Path folder, int maxFiles, long maxBytes) {
    this.folder = folder;
    this.retention = new Retention(maxFiles, maxBytes);
  }

  /**
   * Makes the folder if it is missing, for its owner only.
   *
   * @throws IOException when that is not possible
   */
  public void make() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, permissions("rwx------"));
    }
  }

  /**
   * Writes a snapshot, then deletes what no longer has a place.
   *
   * @return the file
   * @throws IOException when it could not be written; then nothing is left behind
   */
  public Path write(Snapshot snapshot) throws IOException {
    make();
    Path file = folder.resolve(name(snapshot));
    long bytes = writeWhole(snapshot, file);
    retention.add(file, snapshot.capture().uptimeMillis(), bytes);
    for (Path superfluous : retention.superfluous()) {
      Files.deleteIfExists(superfluous);
    }
    return file;
  }

  /**
   * Writes a snapshot to a file of somebody's choice, which retention never deletes.
   *
   * @return the file
   * @throws IOException when the file exists or could not be written; then nothing has changed
   */
  public Path writeTo(Path file, Snapshot snapshot) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file + " exists and is not overwritten");
    }
    writeWhole(snapshot, file.toAbsolutePath());
    return file;
  }

  /** Writes beside {@code file} and renames; returns its length in bytes. */
  private long writeWhole(Snapshot snapshot, Path file) throws IOException {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (OutputStream out = create(unfinished)) {
        SnapshotWriter.write(snapshot, out);
      }
      long bytes = Files.size(unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return bytes;
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(unfinished);
      throw failure;
    }
  }

  static String name(Snapshot snapshot) {
    return String.format(
        Locale.ROOT, "%s-%06d.hds", snapshot.jvm().startId(), snapshot.capture().sequence());
  }

  private OutputStream create(Path file) throws IOException {
    return new BufferedOutputStream(
        Channels.newOutputStream(Files.newByteChannel(file, NEW_FILE, permissions("rw-------"))),
        1 << 16);
  }

  private FileAttribute<?>[] permissions(String text) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}
