package dev.heapdrift.agent.testkit;

import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  /** Waits until there are so many snapshot files in a folder, at most 20 s. */
  public static void await(Path folder, int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Files.isDirectory(folder) || files(folder).size() < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no " + count + " snapshots in " + folder);
      }
      Thread.onSpinWait();
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
    return read(files.get(files.size() - 1));
  }

  /** What a file says. */
  public static Snapshot read(Path file) {
    try {
      return SnapshotReader.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
