package dev.heapdrift.agent;

import java.io.IOException;
import org.slf4j.Logger;

/**
 * A place to which the agent writes of its own accord, again and again. When that fails, as on a
 * full disk, the agent goes on, says so, and tries again the next time. Agent thread only.
 */
final class Outlet {
  private final String what;
  private final Logger log;
  private boolean worked;
  private boolean failing;
  private long lost;
  private String problem;

  /** What one attempt does. */
  interface Attempt {
    void run() throws IOException;
  }

  /**
   * Begins.
   *
   * @param what is written there, in the plural
   */
  Outlet(String what, Logger log) {
    this.what = what;
    this.log = log;
  }

  /** Writes, or notes why that could not be. */
  void write(Attempt attempt) {
    try {
      attempt.run();
      worked = true;
      failing = false;
    } catch (IOException e) {
      note(e);
    }
  }

  /**
   * The first failure of a row is logged. Where nothing was ever written the log may not be either,
   * as in a folder that is read-only, and so it is printed.
   */
  private void note(IOException e) {
    lost++;
    problem = OneLine.of(e);
    if (!worked && lost == 1) {
      System.err.println("heapdrift: " + what + " cannot be written: " + problem);
    }
    if (!failing) {
      failing = true;
      log.warn("{} cannot be written", what, e);
    }
  }

  /** What was not written so far, one sentence, or null. */
  String complaint() {
    return lost == 0 ? null : what + ": " + lost + " could not be written, the last: " + problem;
  }
}
