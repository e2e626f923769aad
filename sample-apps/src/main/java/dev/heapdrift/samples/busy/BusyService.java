package dev.heapdrift.samples.busy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** All chores at once, each at its own steady rate, from construction to {@link #close()}. */
final class BusyService implements AutoCloseable {
  private static final int THREADS = 3;
  private static final int OFTEN = 20; // milliseconds between two turns
  private static final int USUAL = 50;
  private static final int SELDOM = 250;
  private static final int PATIENCE = 10; // seconds for the turns that have begun

  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(THREADS, Daemons::thread);
  private final List<Chore> chores = new ArrayList<>();
  private final LongAdder work = new LongAdder();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  BusyService() {
    Mailroom mailroom = new Mailroom();
    every(USUAL, new Articles());
    every(USUAL, new Visits());
    every(USUAL, new PageCache());
    every(USUAL, new Glossary());
    every(USUAL, new Statements());
    every(USUAL, mailroom);
    every(USUAL, mailroom.carrier());
    every(USUAL, new Subscriptions());
    every(OFTEN, new Reminders());
    every(USUAL, new RecentClicks());
    every(OFTEN, new Drafts());
    every(USUAL, new Trail());
    every(SELDOM, new Exports());
  }

  /** What came of all turns of all chores. */
  long work() {
    return work.sum();
  }

  /**
   * Ends the service. Turns that have begun end first: a chore is never closed below its own turn.
   *
   * @throws IllegalStateException when a chore has failed or does not end, and the service was not
   *     so busy after all
   */
  @Override
  public void close() {
    threads.shutdown();
    awaitTurns();
    chores.forEach(Chore::close);
    if (failure.get() != null) {
      throw new IllegalStateException("a chore failed", failure.get());
    }
  }

  private void awaitTurns() {
    try {
      if (!threads.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a chore did not end within " + PATIENCE + " s");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void every(int millis, Chore chore) {
    chores.add(chore);
    var unused =
        threads.scheduleAtFixedRate(() -> turn(chore), millis, millis, TimeUnit.MILLISECONDS);
  }

  private void turn(Chore chore) {
    try {
      work.add(chore.turn(System.nanoTime()));
    } catch (RuntimeException failed) {
      failure.compareAndSet(null, failed);
      throw failed; // it is not done again
    }
  }
}
