package dev.heapdrift.analyzer.site;

import java.util.List;

/**
 * The times of whose survivors enough is known, laid end to end: births are told by the part of
 * them that is over.
 *
 * @param windows oldest first, without overlap; not empty
 * @param end JVM uptime in ms at which all that is known ends; behind the last window when nothing
 *     is known of the time between
 */
record Windows(List<Window> windows, long end) {

  /**
   * One of them.
   *
   * @param from JVM uptime in ms
   * @param to JVM uptime in ms, later
   */
  record Window(long from, long to) {
    private long length() {
      return to - from;
    }

    private boolean contains(long millis) {
      return millis >= from && millis < to;
    }
  }

  /** Copies the list. */
  Windows {
    windows = List.copyOf(windows);
  }

  /** One window up to the end. */
  static Windows of(long from, long to) {
    return new Windows(List.of(new Window(from, to)), to);
  }

  /** How many there are. */
  int count() {
    return windows.size();
  }

  /** Begin of the first, in ms of JVM uptime. */
  long from() {
    return windows.get(0).from();
  }

  /** Their length together, in ms. */
  long length() {
    return before(windows.size());
  }

  /** Whether a time, in ms of JVM uptime, lies in one of them. */
  boolean contains(long millis) {
    for (Window window : windows) {
      if (window.contains(millis)) {
        return true;
      }
    }
    return false;
  }

  /** The part of them, from 0 to 1, that is over at a time that one of them contains. */
  double at(long millis) {
    int in = 0;
    while (!windows.get(in).contains(millis)) {
      in++;
    }
    return (before(in) + millis - windows.get(in).from()) / (double) length();
  }

  /** The part of them that is over when one begins. */
  double begin(int window) {
    return before(window) / (double) length();
  }

  /** How late a window ends, as a part of all time from the first window's begin to the end. */
  double reach(int window) {
    return (windows.get(window).to() - from()) / (double) (end - from());
  }

  private long before(int window) {
    long before = 0;
    for (int i = 0; i < window; i++) {
      before += windows.get(i).length();
    }
    return before;
  }
}
