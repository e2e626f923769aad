package dev.heapdrift.benchmarks;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Makes sure that no child outlives its time, nor this program, whatever it or its agent does. */
final class Lifetime {

  private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

  private static volatile boolean over;

  private Lifetime() {}

  /** Kills the process when it is still alive after {@code life}. */
  static void bound(Process process, Duration life) {
    ALIVE.add(process);
    if (over) {
      process.destroyForcibly();
    }
    Thread guard = new Thread(() -> killAfter(process, life), "lifetime of " + process.pid());
    guard.setDaemon(true);
    guard.start();
  }

  /** Kills all that are alive, and those yet to come, and waits until they are gone. */
  static void endAll() {
    over = true;
    ALIVE.forEach(Process::destroyForcibly);
    ALIVE.forEach(process -> process.onExit().join());
  }

  private static void killAfter(Process process, Duration life) {
    try {
      if (!process.waitFor(life.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      ALIVE.remove(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
