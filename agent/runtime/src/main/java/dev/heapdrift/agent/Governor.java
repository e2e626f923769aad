package dev.heapdrift.agent;

import dev.heapdrift.agent.options.Level;
import dev.heapdrift.agent.options.UnattendedOptions;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import java.util.Locale;

/**
 * Holds the agent to what it may cost: when it costs more, its level goes down by one step, and it
 * says so on stderr, in the log and in its snapshots. It never goes up again by itself. Agent
 * thread only.
 */
final class Governor {
  private final UnattendedOptions options;
  private final LevelSwitch levels;
  private final Recorders recorders;
  private final Publisher publisher;
  private Budget budget;
  private Level level;

  Governor(
      UnattendedOptions options, LevelSwitch levels, Recorders recorders, Publisher publisher) {
    this.options = options;
    this.levels = levels;
    this.recorders = recorders;
    this.publisher = publisher;
  }

  /** Looks what the agent costs; to be called about once a second. */
  void look(Now now) {
    long uptimeMillis = now.uptimeMillis();
    if (levels.now() == Level.WATCH && recorders.tracing().active()) {
      level = null; // the application traces by the API: what that costs is its own choice
      return;
    }
    if (level != levels.now()) {
      level = levels.now();
      budget = Budget.of(options, level);
    }
    String tooMuch = budget.exceeded(uptimeMillis, CpuClock.nanos(), recorders.bytes());
    if (tooMuch != null && level != Level.OFF) {
      stepDown(uptimeMillis, tooMuch);
    }
  }

  /** What only this level has seen goes with it, and so a snapshot comes first. */
  private void stepDown(long uptimeMillis, String tooMuch) {
    Level lower = level.below();
    System.err.printf(
        Locale.ROOT,
        "heapdrift: level %s instead of %s: %s%n",
        lower.text(),
        level.text(),
        tooMuch);
    publisher.publish(Trigger.LEVEL);
    levels.to(lower, uptimeMillis, "stepped down from " + level.text() + ": " + tooMuch);
    if (lower == Level.OFF) {
      publisher.publish(Trigger.LEVEL); // the last one says why there are no more
    }
  }
}
