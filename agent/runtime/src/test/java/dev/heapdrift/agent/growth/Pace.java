package dev.heapdrift.agent.growth;

import java.util.concurrent.TimeUnit;

/** The pace of a load: all that the door sees at once shares its few captures. */
final class Pace {

  /** Longer than a tick of the agent, which fills the door's token buckets again. */
  private static final int MILLIS = 150;

  private Pace() {}

  static void untilTheDoorHasTokensAgain() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(MILLIS);
  }
}
