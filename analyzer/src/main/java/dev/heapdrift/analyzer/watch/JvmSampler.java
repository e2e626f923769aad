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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots of a JVM beside the agent's own series, and judges the newest. A snapshot holds
 * the history of each size, so that the first one shows trends. For one thread.
 */
public final class JvmSampler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JvmSampler.class);

  /** Snapshots judged together: the first, and the newest. */
  private static final int KEPT = 16;

  private final Attachment jvm;
  private final Path folder;
  private final List<Path> files = new ArrayList<>();
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
    if (!level.equals("off")) {
      take();
    }
    List<Finding> findings =
        new LeakAnalysis(List.of(), List.of()).analyse(files, (done, of) -> {}).findings();
    List<History> histories = Histories.read(files, (done, of) -> {}).list();
    if (histories.isEmpty()) {
      return new WatchView(jvm.pid(), level, -1, -1, List.of(), findings);
    }
    History history = histories.get(0);
    List<SizePoint> heap =
        history.heap().stream()
            .map(point -> new SizePoint(point.uptimeMillis(), point.bytes()))
            .toList();
    long largest = history.jvm().maxHeapBytes();
    return new WatchView(jvm.pid(), level, history.endMillis(), largest, heap, findings);
  }

  private synchronized void take() throws AttachException {
    Path file = folder.resolve(++taken + ".hds");
    jvm.ask(Verb.SNAPSHOT, file.toString());
    files.add(file);
    while (files.size() > KEPT) {
      delete(files.remove(1));
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(exit);
    deleteAll();
  }

  private synchronized void deleteAll() {
    files.forEach(JvmSampler::delete);
    delete(folder);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("left behind: {}", file, e);
    }
  }
}
