package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The snapshot that answers what a program holds now, and one that tells what has changed.
 *
 * @param newest the newest one
 * @param earlier the one to compare it with, or null when there is none
 */
public record NewestSnapshot(Snapshot newest, Snapshot earlier) {

  /**
   * Finds them on a command line. Of two arguments, the first is the earlier one, and of a folder
   * its newest snapshot; else, the newest and the oldest of the newest run among all files.
   *
   * @param paths files and folders
   * @param problems receives a line for each argument or file that cannot be used
   */
  public static Optional<NewestSnapshot> find(List<Path> paths, List<Unreadable> problems) {
    if (paths.size() == 2) {
      return SnapshotPair.find(paths, problems)
          .map(pair -> new NewestSnapshot(pair.to(), pair.from()));
    }
    List<DatedFile> files = DatedFile.sorted(paths, problems);
    int end = files.size() - 1;
    Snapshot newest = null;
    while (newest == null && end >= 0) {
      newest = DatedFile.read(files.get(end--).path(), problems);
    }
    if (newest == null) {
      return Optional.empty();
    }
    return Optional.of(new NewestSnapshot(newest, oldest(files, end, newest, problems)));
  }

  private static Snapshot oldest(
      List<DatedFile> files, int end, Snapshot newest, List<Unreadable> problems) {
    for (DatedFile file : files.subList(0, end + 1)) {
      boolean sameRun = file.startId().equals(newest.jvm().startId());
      if (sameRun && file.sequence() != newest.capture().sequence()) {
        Snapshot oldest = DatedFile.read(file.path(), problems);
        if (oldest != null) {
          return oldest;
        }
      }
    }
    return null;
  }
}
