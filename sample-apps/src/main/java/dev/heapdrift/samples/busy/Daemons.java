package dev.heapdrift.samples.busy;

/** Threads that do not keep the program alive. */
final class Daemons {
  private Daemons() {}

  /** A thread factory. */
  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "busy");
    thread.setDaemon(true);
    return thread;
  }
}
