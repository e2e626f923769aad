package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.NamePool;
import dev.heapdrift.snapshot.codec.Reading;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;

/**
 * Reads files in order, one ahead of its user: reading a snapshot takes about as long as folding
 * it. That is done wherever parallel streams of the user's thread would be, so that an analysis
 * which is given one thread stays on that. Two snapshots are in memory at a time. For one user.
 */
final class ReadAhead {
  private final NamePool pool = new NamePool(); // one file is read at a time
  private final Iterator<DatedFile> files;
  private ForkJoinTask<Result> ahead;

  /** Begins to read the first file. */
  ReadAhead(List<DatedFile> files) {
    this.files = files.iterator();
    readOn();
  }

  /**
   * What became of a file.
   *
   * @param snapshot what it holds, or null
   * @param problem why it cannot be used, or null
   */
  record Result(Snapshot snapshot, Unreadable problem) {}

  /** The next file; call it as often as there are files. */
  Result next() {
    Result current = ahead.join();
    readOn();
    return current;
  }

  private void readOn() {
    ahead = files.hasNext() ? ForkJoinTask.adapt(reading(files.next().path())).fork() : null;
  }

  private Callable<Result> reading(Path file) {
    return () -> read(file);
  }

  // The sound part of a damaged file is not used: what it lacks would look as if it were gone.
  private Result read(Path file) {
    try {
      Reading reading = SnapshotReader.salvage(file, pool);
      return reading.problem().isPresent()
          ? new Result(null, Unreadable.because(file, reading.problem().get()))
          : new Result(reading.snapshot().orElseThrow(), null);
    } catch (IOException e) {
      return new Result(null, Unreadable.because(file, e));
    }
  }

  /** Ends the reading, whether or not all files were asked for. */
  void close() {
    if (ahead != null) {
      ahead.cancel(true);
    }
  }
}
