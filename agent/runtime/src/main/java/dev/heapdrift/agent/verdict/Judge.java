package dev.heapdrift.agent.verdict;

import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.codec.SnapshotReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has the newest snapshots of this run judged, one judgement at a time: who asks while there is one
 * gets its answer. Any thread; those who ask wait, and no other.
 */
public final class Judge implements AutoCloseable {
  /** Longest that the analyzer may take, in s. */
  private static final long ANALYSIS_SECONDS = 60;

  /** Longest wait of who asks, in s: for the snapshot, the analyzer, and its end. */
  private static final long PATIENCE_SECONDS = 120;

  /** A judgement of its own accord that took a second is not repeated for so many seconds. */
  private static final int COST_FACTOR = 20;

  /** Longest wait for a judgement to end when the agent leaves, in ms. */
  private static final long CLOSE_MILLIS = 2000;

  /** Findings that are remembered as told; of more, the oldest are told again. */
  private static final int MOST_TOLD = 1024;

  private final AnalyzerJar jar;
  private final Supplier<String> snapshot;
  private final Consumer<Map<String, String>> news;
  private final long restNanos;
  private final ThreadGroup group = Thread.currentThread().getThreadGroup();
  private final Set<String> told = new LinkedHashSet<>(); // of the one judgement
  private CompletableFuture<List<Map<String, String>>> answer;
  private Thread thread;
  private boolean closed;
  private volatile long restUntilNanos = System.nanoTime();

  /**
   * Waits to be asked.
   *
   * @param jar where the analyzer lies
   * @param snapshot takes a snapshot and tells its file
   * @param news hears of each finding that is unbounded, once; on the judgement's thread
   * @param restMillis least time between two judgements of its own accord
   */
  public Judge(
      AnalyzerJar jar,
      Supplier<String> snapshot,
      Consumer<Map<String, String>> news,
      long restMillis) {
    this.jar = jar;
    this.snapshot = snapshot;
    this.news = news;
    this.restNanos = TimeUnit.MILLISECONDS.toNanos(restMillis);
  }

  /**
   * What the analyzer says of this run as of now.
   *
   * @return of the whole, then of each finding by rank, by the names of {@code heapdrift leaks}
   * @throws IllegalStateException when it cannot be asked, with one line that says why
   */
  public List<Map<String, String>> findings() {
    try {
      return begun().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the analyzer");
    } catch (TimeoutException e) {
      throw new IllegalStateException("no verdict within " + PATIENCE_SECONDS + " s");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage());
    }
  }

  /**
   * Begins a judgement that nobody has asked for, unless there is no analyzer, or the last one was
   * not long ago. Waits for nothing.
   */
  public void judgeIfRested() {
    if (System.nanoTime() - restUntilNanos >= 0) {
      rest(0);
      if (jar.isThere()) {
        begin();
      }
    }
  }

  private void rest(long costNanos) {
    restUntilNanos = System.nanoTime() + Math.max(restNanos, COST_FACTOR * costNanos);
  }

  private synchronized CompletableFuture<List<Map<String, String>>> begun() {
    begin();
    return answer;
  }

  private synchronized void begin() {
    if (closed) {
      throw new IllegalStateException("the agent has left");
    }
    if (thread == null || !thread.isAlive()) {
      CompletableFuture<List<Map<String, String>>> next = new CompletableFuture<>();
      answer = next;
      // What a thread of the application hands down to those it makes is not for this one.
      thread = new Thread(group, () -> judge(next), "heapdrift-verdict", 0, false);
      thread.setContextClassLoader(null);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void judge(CompletableFuture<List<Map<String, String>>> asked) {
    Door.enter(); // what is made and grows here is nobody's leak
    long begin = System.nanoTime();
    try {
      asked.complete(judged());
    } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
      asked.completeExceptionally(new IllegalStateException(Line.of(e)));
    } finally {
      rest(System.nanoTime() - begin);
      Door.exit();
    }
  }

  /** A jar that is none is refused before there is a snapshot for nothing. */
  private List<Map<String, String>> judged() throws IOException {
    try (Analyzer analyzer = Analyzer.open(jar.find())) {
      Path newest = Path.of(snapshot.get());
      Recent recent = Recent.upTo(newest);
      Room.require(SnapshotReader.heading(newest), recent.bytes());
      List<Map<String, String>> said = analyzer.judge(recent.files(), ANALYSIS_SECONDS);
      said.stream().filter(this::isNews).forEach(news);
      return said;
    }
  }

  private boolean isNews(Map<String, String> finding) {
    boolean news =
        "unbounded".equals(finding.get("verdict")) && told.add(finding.get("fingerprint"));
    if (told.size() > MOST_TOLD) {
      Iterator<String> oldest = told.iterator();
      oldest.next();
      oldest.remove();
    }
    return news;
  }

  /** Nothing is judged any more: what is under way is given up. */
  @Override
  public void close() {
    Thread last = end();
    if (last != null) {
      last.interrupt();
      try {
        last.join(CLOSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized Thread end() {
    closed = true;
    return thread;
  }
}
