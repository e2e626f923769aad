package dev.heapdrift.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes sure that no child outlives its time, whatever it or its agent does. */
final class Lifetime {

  private Lifetime() {}

  /** Kills the process when it is still alive after {@code life}. */
  static void bound(Process process, Duration life) {
    Thread guard = new Thread(() -> killAfter(process, life), "lifetime of " + process.pid());
    guard.setDaemon(true);
    guard.start();
  }

  private static void killAfter(Process process, Duration life) {
    try {
      if (!process.waitFor(life.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
