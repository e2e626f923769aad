package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.NamePool;
import dev.heapdrift.snapshot.codec.Reading;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads files in order, one ahead of its user, in a thread of its own: reading a snapshot takes
 * about as long as folding it. Two snapshots are in memory at a time. For one user.
 */
final class ReadAhead {
  private final NamePool pool = new NamePool(); // of the reading thread
  private final ExecutorService reader = Executors.newSingleThreadExecutor(ReadAhead::daemon);
  private final Iterator<DatedFile> files;
  private Future<Result> ahead;

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
    Future<Result> current = ahead;
    readOn();
    try {
      return current.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while reading snapshots");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void readOn() {
    Path path = files.hasNext() ? files.next().path() : null;
    ahead = path == null ? null : reader.submit(() -> read(path));
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
    reader.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "snapshot-reader");
    thread.setDaemon(true);
    return thread;
  }
}
