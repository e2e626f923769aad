package dev.heapdrift.agent;

import dev.heapdrift.agent.Requests.Request;
import dev.heapdrift.agent.control.Bulletin;
import dev.heapdrift.agent.jmx.BeanDesk;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.options.Level;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.ask.Verb;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The agent's one thread: everything that is not a hook runs here, one thing after the other, so
 * that the recorders need no lock and the agent never uses more than one core.
 *
 * <p>It lives inside the door's guard: what the agent's own collections do is not noticed. It ends
 * with the JVM, or when it fails as a whole; then it takes every hook out and says so once. While
 * the level is off it sleeps, and only answers.
 */
final class AgentLoop implements Runnable {

  /**
   * Growths captured per tick, power of two of the capacity, sort of classes and sort of threads; a
   * few hundred a second in a storm.
   */
  static final int CAPTURES_PER_TICK = 4;

  /**
   * Instances captured per tick, place that makes them and bucket of classes; a hundred a second.
   */
  static final int INSTANCES_PER_TICK = 10;

  /** Such captures that are saved for ticks that come late. */
  static final int INSTANCES_SAVED = 50;

  /** Time between two looks into the door's ring, in ns. */
  private static final long TICK_NANOS = 100_000_000;

  /** Least wait for the last snapshot where every allocation is traced, in ms. */
  private static final long EXACT_EXIT_MILLIS = 15_000;

  /** Longest sleep while nothing is watched, in ns; who asks for something wakes the thread. */
  private static final long REST_NANOS = 10_000_000_000L;

  /** Turns that may fail for want of memory before the agent leaves: a minute's. */
  private static final int MAX_MISSED_TURNS = 600;

  private final AgentOptions options;
  private final Instrumentation instrumentation;
  private final Thread thread = new Thread(this, "heapdrift");
  private final Thread exit = new Exit();
  private final Requests requests = new Requests(thread);
  private final List<Change> changes = new ArrayList<>(1);
  private volatile LevelSwitch levels;
  private Installation installation;
  private BeanDesk desk;
  private int missedTurns;

  private AgentLoop(Installation installation) {
    this.installation = installation;
    this.options = installation.options();
    this.instrumentation = installation.instrumentation();
    thread.setDaemon(true);
  }

  /** Somebody who waits until the hooks are out, or in again. */
  private record Change(Request request, String answer) {}

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
    String end = Verb.ERROR + "the agent has left";
    Bulletin bulletin = null;
    try {
      bulletin = Bulletin.open(instrumentation);
      levels = new LevelSwitch(options.level(), bulletin);
      Identity.publish(options, bulletin);
      requests.answersTo(bulletin);
      desk = new BeanDesk(requests, options.unattended(), Identity.jar());
      while (!requests.leaving()) {
        watch();
        rest();
      }
    } catch (Throwable t) {
      System.err.println("heapdrift: stopped watching, the application goes on: " + t);
      end = Verb.ERROR + "the agent has stopped: " + t;
    } finally {
      leave(end, bulletin);
    }
  }

  /** Until the agent is to rest or to leave. */
  private void watch() throws IOException, ReflectiveOperationException {
    try (Installation hooks = installation;
        Watch watch = new Watch(hooks, requests::pending, requests.work(), levels)) {
      hooks.followInstances();
      changed();
      while (levels.now() != Level.OFF && !requests.leaving()) {
        long due = System.nanoTime() + TICK_NANOS;
        turn(watch);
        sleepUntil(due);
        watch.woke(System.nanoTime() - due);
      }
    } finally {
      installation = null;
    }
  }

  /** Level off: nothing is instrumented and nothing kept, until somebody wakes the agent. */
  private void rest() {
    changed();
    while (levels.now() == Level.OFF && !requests.leaving()) {
      serve(new AtRest(options, levels), true);
      if (!requests.pending()) {
        LockSupport.parkNanos(this, REST_NANOS);
      }
    }
    if (!requests.leaving()) {
      long begin = System.nanoTime();
      installation = AgentMain.install(options, levels.now(), instrumentation, begin);
    }
  }

  private void leave(String end, Bulletin bulletin) {
    requests.leave();
    if (desk != null) {
      desk.close();
    }
    if (installation != null) {
      installation.close();
    }
    forgetExit();
    changes.forEach(change -> change.request().answer().complete(end));
    requests.serve(request -> request.answer().complete(end));
    if (bulletin != null) {
      bulletin.withdraw();
    }
    Door.control(null); // last: until then nobody else may move in
    Door.exit();
  }

  /** The level that was asked for is in force. */
  private void changed() {
    changes.forEach(change -> change.request().answer().complete(change.answer()));
    changes.clear();
  }

  /**
   * Whoever waits goes first, above all the exit of a program that has hardly begun. An application
   * that runs out of memory may recover, and then there is most to tell.
   */
  private void turn(Watch watch) {
    try {
      serve(watch.answers(), false);
      if (levels.now() != Level.OFF) {
        look(watch);
      }
    } catch (OutOfMemoryError e) {
      missedTurns++;
    }
    if (missedTurns > MAX_MISSED_TURNS) {
      throw new IllegalStateException("no memory for the agent");
    }
  }

  private void look(Watch watch) {
    watch.tick();
    watch.news().forEach(desk::tell);
    if (watch.growsSteadily()) {
      desk.judge();
    }
  }

  private void serve(Function<Request, Object> others, boolean resting) {
    requests.serve(
        request -> {
          if (request.verb() == Verb.LEVEL) {
            change(request);
          } else {
            request.answer().complete(others.apply(request));
          }
        });
    desk.look();
    if ((levels.now() == Level.OFF) == resting) {
      changed();
    }
  }

  /** The answer, the level before and the one in force, follows when it is. */
  private void change(Request request) {
    Level before = levels.now();
    Level next = Level.named((String) request.argument());
    if (next == null) {
      request.answer().complete(Verb.ERROR + "there is no level '" + request.argument() + "'");
      return;
    }
    try {
      levels.to(next, ManagementFactory.getRuntimeMXBean().getUptime(), "asked for");
      changes.add(new Change(request, before.text() + ' ' + next.text()));
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      request.answer().complete(Verb.ERROR + e);
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
      long millis = options.unattended().exitMillis();
      if (millis > 0 && thread.isAlive()) {
        Door.enter(); // what an exit allocates for us counts for nobody; the thread ends here
        LevelSwitch running = levels;
        boolean exact = (running == null ? options.level() : running.now()) == Level.EXACT;
        requests.await(Verb.EXIT, null, exact ? Math.max(millis, EXACT_EXIT_MILLIS) : millis);
        Door.exit();
      }
    }
  }
}
