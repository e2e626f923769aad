package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the folders and files of a command line hold.
 *
 * @param runs one for each JVM that left a sound snapshot, in the order of their start
 * @param unreadable the files that could not be used; all others were
 */
public record SnapshotFiles(List<Run> runs, List<Unreadable> unreadable) {
  /** Hears how far the reading is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Called before each file, and after the last.
     *
     * @param done files read
     * @param of files in all
     */
    void at(int done, int of);
  }

  /**
   * Reads all snapshots in folders and files. Damaged, foreign, missing and newer files become an
   * entry of {@link #unreadable()}; nothing is thrown.
   *
   * @param arguments folders, whose {@code .hds} files are read, and files of any name
   * @param progress hears of each file
   */
  public static SnapshotFiles read(List<Path> arguments, Progress progress) {
    Map<String, RunBuilder> runs = new LinkedHashMap<>();
    List<Unreadable> unreadable =
        each(
            arguments,
            progress,
            snapshot ->
                runs.computeIfAbsent(snapshot.jvm().startId(), id -> new RunBuilder())
                    .add(snapshot));
    return new SnapshotFiles(
        runs.values().stream().map(RunBuilder::build).toList(), List.copyOf(unreadable));
  }

  /**
   * Hands over all sound snapshots in folders and files, one at a time: JVM by JVM in the order of
   * their starts, and by uptime. A copy of a snapshot is left out.
   *
   * @param arguments folders, whose {@code .hds} files are read, and files of any name
   * @param progress hears of each file
   * @param user receives the snapshots
   * @return the files that could not be used
   */
  public static List<Unreadable> each(
      List<Path> arguments, Progress progress, Consumer<Snapshot> user) {
    List<Unreadable> unreadable = new ArrayList<>();
    List<DatedFile> files = DatedFile.sorted(arguments, unreadable);
    Set<DatedFile.Identity> used = new HashSet<>();
    ReadAhead ahead = new ReadAhead(files);
    try {
      for (int i = 0; i < files.size(); i++) {
        progress.at(i, files.size());
        DatedFile file = files.get(i);
        ReadAhead.Result result = ahead.next();
        if (result.snapshot() != null && used.add(file.identity())) {
          user.accept(result.snapshot());
        } else if (!used.contains(file.identity())) {
          unreadable.add(result.problem());
        }
      }
    } finally {
      ahead.close();
    }
    progress.at(files.size(), files.size());
    return unreadable;
  }
}
