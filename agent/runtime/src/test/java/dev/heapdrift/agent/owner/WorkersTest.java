package dev.heapdrift.agent.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.heap.Heap;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A pool, a timer, a Cleaner belong to whoever holds them, not to the threads that serve them. */
class WorkersTest {
  private static final String HERE = WorkersTest.class.getName();
  private static final Desk DESK = new Desk();
  private static final AtomicReference<Object> KEPT = new AtomicReference<>();

  private final Walker walker =
      new Walker(WorkersTest.class, Desk.class, Room.class, Job.class, Page.class);

  static final class Desk {
    final Room room = new Room();
  }

  static final class Room {
    ThreadPoolExecutor pool;
    Timer timer;
    Cleaner cleaner;
  }

  /** Leaves something in its field. */
  static final class Job implements Runnable {
    final CountDownLatch end = new CountDownLatch(1);
    final List<String> pending = new ArrayList<>();

    @Override
    public void run() {
      WorkersTest.await(end);
    }
  }

  /** Cleans up after itself, and so is never cleaned up. */
  static final class Page {
    void register(Cleaner cleaner) {
      cleaner.register(this, this::free);
    }

    void free() {
      KEPT.set(null);
    }
  }

  @Test
  void queueOfPoolIsHeldByTheFieldOfThePool() throws Exception {
    ThreadPoolExecutor pool = pool();
    try {
      DESK.room.pool = pool;
      assertThat(queueOwner(pool))
          .isEqualTo("static " + HERE + ".DESK.room.pool (" + HERE + "$Room.pool)");
      DESK.room.pool = null;
      assertThat(queueOwner(pool)).isEqualTo("a pool's thread");
    } finally {
      DESK.room.pool = null;
      pool.shutdown();
    }
  }

  @Test
  void queueOfTimerIsHeldByTheFieldOfTheTimer() throws Exception {
    Timer timer = new Timer("customer 4711", true);
    CountDownLatch ran = new CountDownLatch(1);
    AtomicReference<Thread> thread = new AtomicReference<>();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            thread.set(Thread.currentThread());
            ran.countDown();
          }
        },
        0);
    await(ran);
    Heap heap = Heap.open();
    Object queue = heap.reference(timer, heap.offset(Timer.class, "queue"));
    walker.threads(thread.get());
    DESK.room.timer = timer;
    assertThat(walker.find(queue).path().facts().path())
        .isEqualTo("static " + HERE + ".DESK.room.timer (" + HERE + "$Room.timer)");
    DESK.room.timer = null;
    assertThat(walker.find(queue).path().facts().path()).isEqualTo("thread java.util.TimerThread");
    timer.cancel();
  }

  @Test
  void whatAnActionCapturesIsHeldByTheCleaner() throws Exception {
    DESK.room.cleaner = Cleaner.create();
    Page page = new Page();
    page.register(DESK.room.cleaner);
    walker.threads(new LiveThreads().get());
    assertThat(walker.ofElement(page).path())
        .isEqualTo("static " + HERE + ".DESK … captured by " + HERE + "$Page lambda (arg 1)");
    KEPT.set(DESK.room.cleaner);
    assertThat(walker.ofElement(page).path())
        .as("whether the JDK links them or has them in arrays")
        .isEqualTo("static " + HERE + ".KEPT captured by " + HERE + "$Page lambda (arg 1)");
    KEPT.set(null);
    DESK.room.cleaner = null;
  }

  @Test
  void threadIsNamedByWhatItRuns() throws Exception {
    Job job = new Job();
    Thread thread = new Thread(job, "customer 4711");
    thread.start();
    walker.threads(thread);
    assertThat(walker.find(job.pending).path().facts().path())
        .isEqualTo("thread of " + HERE + "$Job.pending");
    job.end.countDown();
    thread.join();
    assertThat(ThreadLabel.of(new Thread(), "customer 4711", null)).isEqualTo("a thread");
    Runnable lambda = () -> await(job.end);
    assertThat(ThreadLabel.of(new Thread(), "customer 4711", lambda))
        .isEqualTo("thread of a lambda in " + HERE);
  }

  private String queueOwner(ThreadPoolExecutor pool)
      throws InterruptedException, ExecutionException {
    walker.threads(pool.submit(Thread::currentThread).get());
    return walker.find(pool.getQueue()).path().facts().path();
  }

  private static ThreadPoolExecutor pool() {
    return new ThreadPoolExecutor(
        1,
        1,
        1,
        TimeUnit.MINUTES,
        new LinkedBlockingQueue<>(),
        task -> {
          Thread thread = Executors.defaultThreadFactory().newThread(task);
          thread.setName("customer 4711");
          return thread;
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
