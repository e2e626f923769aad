package dev.heapdrift.agent.snapshots;

import dev.heapdrift.agent.files.OwnFiles;
import dev.heapdrift.agent.files.OwnFiles.Readers;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of the snapshot files, {@code <start id>-<sequence>.hds}.
 *
 * <p>A file is written under another name, readable by its owner only, and then renamed, so that
 * whoever sees it sees all of it; a symbolic link in its place is not followed. Files of this run
 * are thinned out as {@link Retention} says, and those of {@link EarlierRuns} deleted, so that the
 * folder keeps within its bounds. Belongs to the agent's thread.
 */
public final class SnapshotFolder {
  private static final int LEAST_DIGITS = 6;
  private static final Pattern NUMBER = Pattern.compile("-(\\d{6,18})\\.hds$");

  private final Path folder;
  private final JvmFacts jvm;
  private final Retention retention;
  private final EarlierRuns earlier;
  private long sequence;

  private SnapshotFolder(Path folder, JvmFacts jvm, Retention retention, EarlierRuns earlier) {
    this.folder = folder;
    this.jvm = jvm;
    this.retention = retention;
    this.earlier = earlier;
  }

  /**
   * Opens the folder for the files of one run; makes it, for its owner only, when it is missing.
   * Files that an agent attached earlier has left of this run are kept, and counted.
   *
   * @param folder where files go
   * @param jvm names the files
   * @param maxFiles files that are kept
   * @param maxBytes bytes of files that are kept
   * @throws IOException when the folder is missing and cannot be made
   */
  public static SnapshotFolder open(String folder, JvmFacts jvm, int maxFiles, long maxBytes)
      throws IOException {
    Path place = Path.of(folder);
    OwnFiles.makeFolder(place);
    EarlierRuns earlier = EarlierRuns.in(place, jvm.startId(), System.currentTimeMillis());
    SnapshotFolder opened =
        new SnapshotFolder(place, jvm, new Retention(maxFiles, maxBytes), earlier);
    opened.goOn();
    return opened;
  }

  /** An agent that left this JVM, or rested, may have written here: its files are this run's. */
  private void goOn() throws IOException {
    List<Path> earlier = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, jvm.startId() + "-*.hds")) {
      files.forEach(earlier::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(earlier);
    for (Path file : earlier) {
      Matcher number = NUMBER.matcher(file.getFileName().toString());
      if (number.find() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        sequence = Math.max(sequence, Long.parseLong(number.group(1)));
        long written = Files.getLastModifiedTime(file).toMillis();
        retention.add(file, written - jvm.startMillis(), Files.size(file));
      }
    }
  }

  /** Number of the next snapshot of the series, from 1. */
  public long nextSequence() {
    return ++sequence;
  }

  /** Number of the newest snapshot of the series, or 0. */
  public long newest() {
    return sequence;
  }

  /**
   * Writes a snapshot of the series, then deletes what no longer has a place. A folder that
   * somebody has deleted is made again.
   *
   * @return the file
   * @throws IOException when it could not be written; then nothing is left behind
   */
  public Path write(Snapshot snapshot) throws IOException {
    OwnFiles.makeFolder(folder);
    Path file = folder.resolve(name(snapshot.capture().sequence()));
    long bytes = write(snapshot, file, StandardCopyOption.ATOMIC_MOVE);
    retention.add(file, snapshot.capture().uptimeMillis(), bytes);
    delete(retention.superfluous());
    delete(earlier.beyond(retention.filesLeft(), retention.bytesLeft()));
    return file;
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path superfluous : files) {
      Files.deleteIfExists(superfluous);
    }
  }

  /**
   * Writes the newest snapshot of the series once more, in place of itself.
   *
   * @param file where {@link #write} has put it
   * @param snapshot the same, with more in it
   * @throws IOException when it could not be written; then the file stays as it was
   */
  public void rewrite(Path file, Snapshot snapshot) throws IOException {
    write(snapshot, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Writes a snapshot to a file of the caller's choice, which retention leaves alone.
   *
   * @return the file
   * @throws IOException when it exists already or could not be written; then nothing is left behind
   */
  public Path writeTo(Path file, Snapshot snapshot) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString(), null, "exists and is not overwritten");
    }
    if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
      throw new NoSuchFileException(file.toString(), null, "its folder does not exist");
    }
    write(snapshot, file);
    return file;
  }

  private static long write(Snapshot snapshot, Path file, CopyOption... move) throws IOException {
    return OwnFiles.write(file, Readers.OWNER, out -> SnapshotWriter.write(snapshot, out), move);
  }

  /** Not by a format, for the first one of a JVM loads the symbols of a locale: 30 ms. */
  private String name(long number) {
    String digits = Long.toString(number);
    String zeros = "0".repeat(Math.max(0, LEAST_DIGITS - digits.length()));
    return jvm.startId() + '-' + zeros + digits + ".hds";
  }
}
