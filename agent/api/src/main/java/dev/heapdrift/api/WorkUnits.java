package dev.heapdrift.api;

import dev.heapdrift.api.AgentCall.Refused;
import dev.heapdrift.snapshot.ask.Verb;
import java.util.concurrent.atomic.LongAdder;

/**
 * The work that this copy of the API was told of. The agent reads the sum when it likes; nobody
 * waits for it. Without an agent the units are counted all the same, for one may be attached later.
 */
final class WorkUnits {
  /** How often an agent is looked for, in ns: one may be attached, or follow another, any time. */
  private static final long LOOK_NANOS = 1_000_000_000;

  private static final LongAdder COUNTED = new LongAdder();

  private static volatile long nextLook = System.nanoTime();

  private WorkUnits() {}

  // Once per unit of work: an addition to a striped counter and a look at the clock, some 30 ns in
  // all; no allocation, no lock.
  static void add(long units) {
    COUNTED.add(units);
    if (System.nanoTime() - nextLook >= 0) {
      offerSlow();
    }
  }

  /** Hands the counter to the agent, if there is one; a microsecond or ten, once a second. */
  static void offerSlow() {
    nextLook = System.nanoTime() + LOOK_NANOS;
    try {
      AgentCall.ask(Verb.WORK_COUNTER, COUNTED);
    } catch (Refused | RuntimeException notCounted) {
      return; // an agent that does not count work; the application goes on
    }
  }
}
