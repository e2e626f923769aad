package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Two snapshots to compare.
 *
 * @param from the older one, or the one that was named first
 * @param to the other one
 */
public record SnapshotPair(Snapshot from, Snapshot to) {

  /**
   * Finds the two snapshots of a command line: of one folder, the oldest and the newest sound one
   * of its newest run; of two arguments, each file itself and of a folder its newest snapshot.
   *
   * @param paths one or two
   * @param problems receives a line for each argument or file that cannot be used
   */
  public static Optional<SnapshotPair> find(List<Path> paths, List<Unreadable> problems) {
    return paths.size() == 1 ? ends(paths.get(0), problems) : both(paths, problems);
  }

  private static Optional<SnapshotPair> ends(Path folder, List<Unreadable> problems) {
    if (!Files.isDirectory(folder)) {
      problems.add(new Unreadable(folder, "one snapshot has nothing to be compared with"));
      return Optional.empty();
    }
    List<DatedFile> files = DatedFile.sorted(List.of(folder), problems);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    String run = files.get(files.size() - 1).startId();
    List<DatedFile> last = files.stream().filter(file -> file.startId().equals(run)).toList();
    Snapshot from = null;
    Snapshot to = null;
    int first = 0;
    int end = last.size() - 1;
    while (from == null && first < end) {
      from = DatedFile.read(last.get(first++).path(), problems);
    }
    while (to == null && end >= first) {
      to = DatedFile.read(last.get(end--).path(), problems);
    }
    if (from == null || to == null) {
      problems.add(new Unreadable(folder, "one snapshot has nothing to be compared with"));
      return Optional.empty();
    }
    return Optional.of(new SnapshotPair(from, to));
  }

  private static Optional<SnapshotPair> both(List<Path> paths, List<Unreadable> problems) {
    List<Snapshot> found =
        paths.stream().map(path -> newest(path, problems)).filter(Objects::nonNull).toList();
    return found.size() == 2
        ? Optional.of(new SnapshotPair(found.get(0), found.get(1)))
        : Optional.empty();
  }

  private static Snapshot newest(Path path, List<Unreadable> problems) {
    if (!Files.isDirectory(path)) {
      return DatedFile.read(path, problems);
    }
    List<DatedFile> files = DatedFile.sorted(List.of(path), problems);
    Snapshot newest = null;
    for (int i = files.size() - 1; i >= 0 && newest == null; i--) {
      newest = DatedFile.read(files.get(i).path(), problems);
    }
    return newest;
  }
}
