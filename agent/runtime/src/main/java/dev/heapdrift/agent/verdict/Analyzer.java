package dev.heapdrift.agent.verdict;

import dev.heapdrift.hooks.Door;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The analyzer while it is in this JVM. For one thread.
 *
 * <p>It runs in a pool of one thread, for its parallel streams stay in the pool that they are begun
 * in, and would else take the threads of the application's.
 */
final class Analyzer implements AutoCloseable {
  private static final String ENTRY = "dev.heapdrift.analyzer.guest.Judgement";
  private static final String METHOD = "of";

  /** Longest wait for it to notice that nobody wants its answer any more. */
  private static final long END_SECONDS = 30;

  private final AnalyzerLoader loader;
  private final ForkJoinPool pool = new ForkJoinPool(1, Worker::new, null, false);

  private Analyzer(AnalyzerLoader loader) {
    this.loader = loader;
  }

  /** Opens its jar; loads nothing before there is something to judge. */
  static Analyzer open(Path jar) {
    try {
      AnalyzerLoader loader = new AnalyzerLoader(jar);
      if (loader.has(ENTRY)) {
        return new Analyzer(loader);
      }
      loader.close();
    } catch (IOException e) {
      throw new IllegalStateException(jar + " cannot be read as a jar: " + Line.of(e));
    }
    throw new IllegalStateException(jar + " is no heapdrift.jar, or one too old for this agent");
  }

  /**
   * Judges snapshots.
   *
   * @param files of this run
   * @param seconds how long that may take
   * @return what the analyzer says: of the whole, then of each finding by rank
   */
  List<Map<String, String>> judge(List<Path> files, long seconds) {
    CompletableFuture<List<Map<String, String>>> answer = new CompletableFuture<>();
    pool.execute(() -> answer(files, answer));
    try {
      return answer.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the analyzer has not finished within " + seconds + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the analyzer is at work");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the analyzer has failed: " + Line.of(e.getCause()));
    }
  }

  private void answer(List<Path> files, CompletableFuture<List<Map<String, String>>> answer) {
    try {
      answer.complete(call(files));
    } catch (InvocationTargetException e) {
      answer.completeExceptionally(e.getCause());
    } catch (Throwable e) { // whatever it is, an answer is waited for
      answer.completeExceptionally(e);
    }
  }

  @SuppressWarnings("unchecked") // that is the contract of the entry
  private List<Map<String, String>> call(List<Path> files) throws ReflectiveOperationException {
    Class<?> entry = Class.forName(ENTRY, true, loader);
    Object said = entry.getMethod(METHOD, List.class).invoke(null, files);
    return (List<Map<String, String>>) said;
  }

  /** Ends its thread and lets go of its classes. */
  @Override
  public void close() {
    pool.shutdownNow();
    try (loader) {
      pool.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      return; // the file is closed when the loader is collected
    }
  }

  /** Inside the door's guard: what the analyzer makes and makes grow is nobody's leak. */
  private static final class Worker extends ForkJoinWorkerThread {
    @SuppressWarnings("ThreadPriorityCheck") // a hint to the scheduler, on which nothing relies
    Worker(ForkJoinPool pool) {
      super(pool);
      setName("heapdrift-analyzer");
      setPriority(MIN_PRIORITY);
      setContextClassLoader(null); // neither the application's nor one that would stay
    }

    @Override
    protected void onStart() {
      Door.enter();
    }

    @Override
    protected void onTermination(Throwable problem) {
      Door.exit();
    }
  }
}
