package dev.heapdrift.agent;

import dev.heapdrift.agent.options.Level;
import dev.heapdrift.hooks.Door;
import java.util.concurrent.locks.LockSupport;

/**
 * The agent's one thread: everything that is not a hook runs here, one thing after the other, so
 * that the recorders need no lock and the agent never uses more than one core.
 *
 * <p>It lives inside the door's guard: what the agent's own collections do is not noticed. It ends
 * with the JVM, or when it fails as a whole; then it takes every hook out and says so once.
 */
final class AgentLoop implements Runnable {

  /** Growths captured per tick and power of two of the capacity; a few hundred a second in all. */
  static final int CAPTURES_PER_TICK = 4;

  /**
   * Instances captured per tick, place that makes them and bucket of classes; a hundred a second.
   */
  static final int INSTANCES_PER_TICK = 10;

  /** Such captures that are saved for ticks that come late. */
  static final int INSTANCES_SAVED = 50;

  /** Time between two looks into the door's ring, in ns. */
  private static final long TICK_NANOS = 100_000_000;

  /** Longest that the JVM's exit waits for the last snapshot, in ms. */
  private static final long EXIT_MILLIS = 2000;

  /** The same where every allocation is traced: in tests, which want their result. */
  private static final long EXACT_EXIT_MILLIS = 15_000;

  /** Turns that may fail for want of memory before the agent leaves: a minute's. */
  private static final int MAX_MISSED_TURNS = 600;

  private final Installation installation;
  private final Thread thread = new Thread(this, "heapdrift");
  private final Thread exit = new Exit();
  private final Requests requests = new Requests(thread);
  private int missedTurns;

  private AgentLoop(Installation installation) {
    this.installation = installation;
    thread.setDaemon(true);
  }

  /** Starts the thread, and has the JVM's exit wait for a last snapshot. */
  static void start(Installation installation) {
    AgentLoop loop = new AgentLoop(installation);
    Runtime.getRuntime().addShutdownHook(loop.exit);
    Door.control(loop.requests); // whoever asks before the thread is ready waits for it
    loop.thread.start();
  }

  @Override
  public void run() {
    Door.enter();
    try (Watch watch = new Watch(installation, requests::pending, requests.work())) {
      installation.followInstances();
      while (installation.isOpen()) {
        long due = System.nanoTime() + TICK_NANOS;
        turn(watch);
        sleepUntil(due);
        watch.woke(System.nanoTime() - due);
      }
    } catch (Throwable t) {
      System.err.println("heapdrift: stopped watching, the application goes on: " + t);
    } finally {
      installation.close();
      forgetExit();
      requests.serve(request -> request.answer().complete("error: the agent has stopped"));
      Door.exit();
    }
  }

  /** An application that runs out of memory may recover, and then there is most to tell. */
  private void turn(Watch watch) {
    try {
      watch.tick();
      requests.serve(request -> request.answer().complete(watch.answer(request)));
    } catch (OutOfMemoryError e) {
      missedTurns++;
    }
    if (missedTurns > MAX_MISSED_TURNS) {
      throw new IllegalStateException("no memory for the agent");
    }
  }

  private void sleepUntil(long due) {
    long left = due - System.nanoTime();
    if (left > 0 && !requests.pending()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /** So that nothing of a detached agent stays reachable. */
  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(exit);
    } catch (IllegalStateException e) {
      return; // the JVM is exiting: the hook runs and finds this thread gone
    }
  }

  /** The JVM's exit. No lambda: the first one of a JVM costs more than all the hooks. */
  private final class Exit extends Thread {
    Exit() {
      super("heapdrift-exit");
    }

    @Override
    public void run() {
      if (thread.isAlive()) {
        Door.enter(); // what an exit allocates for us counts for nobody; the thread ends here
        boolean exact = installation.options().level() == Level.EXACT;
        requests.await(Requests.EXIT, null, exact ? EXACT_EXIT_MILLIS : EXIT_MILLIS);
        Door.exit();
      }
    }
  }
}
