package dev.heapdrift.agent.testkit;

import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads what an agent has written into a folder. */
public final class Snapshots {

  private Snapshots() {}

  /**
   * The snapshot files in a folder, oldest first: their names order them; none without a folder.
   */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".hds")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until there are so many snapshot files in a folder. */
  public static void await(Path folder, int count) {
    Await.until(count + " snapshots in " + folder, () -> files(folder).size() >= count);
  }

  /** Waits until the newest snapshot in a folder is as it should be. */
  public static Snapshot await(Path folder, Predicate<Snapshot> asItShouldBe) {
    await(folder, 1);
    AtomicReference<Snapshot> newest = new AtomicReference<>();
    Await.until(
        "a snapshot as it should be in " + folder,
        () -> {
          newest.set(last(folder));
          return asItShouldBe.test(newest.get());
        });
    return newest.get();
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

  /**
   * What taking in and reading takes the agent at a time, in ns: the median, for a busy machine
   * interrupts now this run and now that one.
   */
  public static long tickNanos(Snapshot snapshot) {
    return snapshot.costs().stream()
        .filter(cost -> cost.activity().equals("drain") || cost.activity().equals("read"))
        .mapToLong(CostFacts::p50Nanos)
        .sum();
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
