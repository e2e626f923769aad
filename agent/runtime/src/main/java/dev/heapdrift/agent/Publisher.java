package dev.heapdrift.agent;

import dev.heapdrift.agent.metrics.MetricsFile;
import dev.heapdrift.agent.options.UnattendedOptions;
import dev.heapdrift.agent.snapshots.SnapshotFolder;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * Has snapshots taken and puts them where somebody looks for them: into the folder, into a file of
 * the caller's choice, and their main figures into the file of metrics. Agent thread only.
 */
final class Publisher {
  private final SnapshotFolder folder;
  private final MetricsFile metrics; // null where nobody wants them
  private final Function<Trigger, Snapshot> take;
  private final Outlet snapshotsOut;
  private final Outlet metricsOut;
  private boolean ended;

  /**
   * Begins.
   *
   * @param options whether and where there are metrics
   * @param take assembles a snapshot
   */
  Publisher(
      SnapshotFolder folder,
      UnattendedOptions options,
      Function<Trigger, Snapshot> take,
      Logger log) {
    this.folder = folder;
    this.metrics =
        options.metrics().isEmpty()
            ? null
            : new MetricsFile(Path.of(options.metrics()), options.metricsTop());
    this.take = take;
    this.snapshotsOut = new Outlet("snapshots", log);
    this.metricsOut = new Outlet("metrics", log);
  }

  /**
   * Of the agent's own accord: what cannot be written is noted, not thrown. Nothing after the last
   * one, when the application is being taken down.
   */
  void publish(Trigger trigger) {
    if (ended) {
      return;
    }
    Snapshot taken = take.apply(trigger);
    show(taken);
    snapshotsOut.write(() -> folder.write(taken));
  }

  /**
   * For somebody who waits.
   *
   * @param file where to, or null for the folder
   * @return the file
   * @throws IOException when it cannot be written
   */
  Path write(String file) throws IOException {
    Snapshot taken = take.apply(Trigger.REQUEST);
    show(taken);
    return file == null ? folder.write(taken) : folder.writeTo(Path.of(file), taken);
  }

  /**
   * The last one, and once more with what takes longer to find out.
   *
   * @param more adds that; null where there is nothing to add
   * @return the file
   * @throws IOException when it cannot be written
   */
  Path writeLast(UnaryOperator<Snapshot> more) throws IOException {
    ended = true;
    Snapshot taken = take.apply(Trigger.EXIT);
    show(taken);
    Path file = folder.write(taken);
    Snapshot whole = more.apply(taken);
    if (whole != null) {
      folder.rewrite(file, whole);
    }
    return file;
  }

  /** A snapshot as it would lie in a file. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotWriter.write(take.apply(Trigger.REQUEST), out);
    return out.toByteArray();
  }

  private void show(Snapshot taken) {
    if (metrics != null) {
      metricsOut.write(() -> metrics.write(taken));
    }
  }

  /** What could not be written, one sentence each. */
  List<String> notSeen() {
    return Stream.of(snapshotsOut, metricsOut)
        .map(Outlet::complaint)
        .filter(Objects::nonNull)
        .toList();
  }
}
