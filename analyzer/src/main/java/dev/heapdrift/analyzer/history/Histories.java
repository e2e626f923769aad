package dev.heapdrift.analyzer.history;

import dev.heapdrift.analyzer.series.SnapshotFiles;
import dev.heapdrift.analyzer.series.Unreadable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The histories of all JVMs that left snapshots.
 *
 * @param list one for each JVM that left a sound snapshot, in the order of their starts
 * @param unreadable the files that could not be used
 */
public record Histories(List<History> list, List<Unreadable> unreadable) {

  /**
   * Reads all snapshots in folders and files; nothing is thrown for a bad file.
   *
   * @param arguments folders and files
   * @param progress hears of each file
   */
  public static Histories read(List<Path> arguments, SnapshotFiles.Progress progress) {
    Map<String, HistoryBuilder> builders = new LinkedHashMap<>();
    List<Unreadable> unreadable =
        SnapshotFiles.each(
            arguments,
            progress,
            snapshot ->
                builders
                    .computeIfAbsent(snapshot.jvm().startId(), id -> new HistoryBuilder())
                    .add(snapshot));
    return new Histories(
        builders.values().stream().map(HistoryBuilder::build).toList(), List.copyOf(unreadable));
  }
}
