package dev.heapdrift.agent.testkit;

import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads what an agent has written into a folder. */
public final class Snapshots {

  private Snapshots() {}

  /** The snapshot files in a folder, oldest first: their names order them. */
  public static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".hds")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The newest snapshot in a folder.
   *
   * @throws AssertionError when there is none
   */
  public static Snapshot last(Path folder) {
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      throw new AssertionError("no snapshot in " + folder);
    }
    try {
      return SnapshotReader.read(files.get(files.size() - 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
