package dev.heapdrift.analyzer.watch;

import dev.heapdrift.analyzer.LeakAnalysis;
import dev.heapdrift.analyzer.control.AttachException;
import dev.heapdrift.analyzer.control.Attachment;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.history.Histories;
import dev.heapdrift.analyzer.history.History;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.ask.Verb;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots of a JVM beside the agent's own series, and judges the newest. A snapshot holds
 * the history of each size, so that the first one shows trends. For one thread.
 *
 * <p>The agent is asked once. From then on it writes a snapshot whenever the one before has been
 * taken away: to be asked each time would have newer JDKs warn each time, on the application's
 * stderr.
 */
public final class JvmSampler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JvmSampler.class);

  /** The level at which an agent forgets what it was asked for. */
  private static final String OFF = "off";

  /** Snapshots judged together: the first, and the newest. */
  private static final int KEPT = 16;

  /** Longest wait for the next one, in ms; then the agent is asked once more. */
  private static final long PATIENCE_MILLIS = 10_000;

  private static final long POLL_MILLIS = 20;

  private final Attachment jvm;
  private final Path folder;
  private final List<Path> files = new ArrayList<>();
  private Path fed; // the newest; null when the agent is to be asked
  private final Thread exit = new Thread(this::deleteAll, "heapdrift-watch");
  private int taken;

  private JvmSampler(Attachment jvm, Path folder) {
    this.jvm = jvm;
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(exit); // a watch is ended by Ctrl-C as often as by q
  }

  /** Begins, with a folder for this user only in the temporary folder. */
  public static JvmSampler of(Attachment jvm) throws IOException {
    return new JvmSampler(jvm, Files.createTempDirectory("heapdrift-watch-"));
  }

  /**
   * The JVM as it is now.
   *
   * @throws AttachException when it has ended, or its agent has left
   */
  public WatchView view() throws AttachException {
    String level = jvm.requireAgent().level();
    if (level.equals(OFF)) {
      fed = null;
    } else {
      take();
    }
    List<Finding> findings =
        new LeakAnalysis(List.of(), List.of()).analyse(files, (done, of) -> {}).findings();
    List<History> histories = Histories.read(files, (done, of) -> {}).list();
    if (histories.isEmpty()) {
      return new WatchView(jvm.pid(), level, -1, -1, List.of(), findings, 0);
    }
    History history = histories.get(0);
    List<SizePoint> heap =
        history.heap().stream()
            .map(point -> new SizePoint(point.uptimeMillis(), point.bytes()))
            .toList();
    long largest = history.jvm().maxHeapBytes();
    return new WatchView(jvm.pid(), level, history.endMillis(), largest, heap, findings, 0);
  }

  /**
   * Changes the level.
   *
   * @throws AttachException when the agent cannot
   */
  public void level(String level) throws AttachException {
    jvm.ask(Verb.LEVEL, level);
    if (level.equals(OFF)) {
      fed = null;
    }
  }

  private synchronized void take() throws AttachException {
    if (fed == null || !renewed()) {
      fed = next();
      jvm.ask(Verb.SNAPSHOT_FEED, fed.toString());
    }
    files.add(fed);
    while (files.size() > KEPT) {
      delete(files.remove(1));
    }
  }

  private Path next() {
    return folder.resolve(++taken + ".hds");
  }

  /** Takes the newest away, and tells whether the agent has written another in its place. */
  private boolean renewed() throws AttachException {
    try {
      files.set(files.size() - 1, Files.move(fed, next()));
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
      while (Files.notExists(fed) && System.nanoTime() < deadline) {
        wait(POLL_MILLIS); // not sleep: who ends this program must not wait for us
      }
      return Files.exists(fed);
    } catch (IOException e) {
      throw new AttachException("cannot watch JVM " + jvm.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AttachException("interrupted while the agent writes a snapshot");
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(exit);
    deleteAll();
  }

  /** Renamed first, so that the agent does not write what is being deleted anew. */
  private synchronized void deleteAll() {
    Path leaving = folder.resolveSibling(folder.getFileName() + "-leaving");
    try {
      Files.move(folder, leaving);
      try (DirectoryStream<Path> all = Files.newDirectoryStream(leaving)) {
        all.forEach(JvmSampler::delete);
      }
      Files.delete(leaving);
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("left behind: {}", folder, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("left behind: {}", file, e);
    }
  }
}
