package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.Heading;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file and when its snapshot was taken: by what it says, not by its name, since users rename
 * them.
 *
 * @param path the file
 * @param startMillis when its JVM started, in ms since the epoch
 * @param startId names that start
 * @param sequence the snapshot's number in its series
 * @param uptimeMillis when it was taken, in ms of uptime
 */
record DatedFile(Path path, long startMillis, String startId, long sequence, long uptimeMillis) {
  private static final Comparator<DatedFile> BY_RUN_AND_TIME =
      Comparator.comparingLong(DatedFile::startMillis)
          .thenComparing(DatedFile::startId)
          .thenComparing(DatedFile::uptimeMillis)
          .thenComparing(DatedFile::sequence);

  /** What two copies of a snapshot have in common. */
  record Identity(String startId, long sequence) {}

  Identity identity() {
    return new Identity(startId, sequence);
  }

  /** The files of the arguments by run and time. */
  static List<DatedFile> sorted(List<Path> arguments, List<Unreadable> problems) {
    List<DatedFile> files = new ArrayList<>();
    for (Path path : SnapshotPaths.expand(arguments, problems)) {
      try {
        files.add(of(path, SnapshotReader.heading(path)));
      } catch (IOException e) {
        problems.add(Unreadable.because(path, e));
      }
    }
    files.sort(BY_RUN_AND_TIME);
    return files;
  }

  /** The snapshot in a file, or null where it cannot be used. */
  static Snapshot read(Path file, List<Unreadable> problems) {
    try {
      return SnapshotReader.read(file);
    } catch (IOException e) {
      problems.add(Unreadable.because(file, e));
      return null;
    }
  }

  private static DatedFile of(Path path, Heading head) {
    return new DatedFile(
        path,
        head.jvm().startMillis(),
        head.jvm().startId(),
        head.capture().sequence(),
        head.capture().uptimeMillis());
  }
}
