package dev.heapdrift.agent;

import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.control.Bulletin;
import dev.heapdrift.agent.options.Level;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;

/**
 * The level in force, and the act of changing it. Changes belong to the agent's thread; {@link
 * #now} may be asked on any.
 *
 * <p>A change between levels that watch takes effect before it returns. To and from {@code off} the
 * loop follows, which takes all hooks out or puts them in.
 */
final class LevelSwitch {
  private final Bulletin bulletin;
  private volatile Level now;
  private String reason;
  private Tracing tracing;
  private Logger log;

  /** Begins at a level that is in force already. */
  LevelSwitch(Level first, Bulletin bulletin) {
    this.now = first;
    this.bulletin = bulletin;
    bulletin.publish(Bulletin.LEVEL, first.text());
  }

  /** The level in force. */
  Level now() {
    return now;
  }

  /** Why and since when it is not the one that was asked for at first, or null. */
  String reason() {
    return reason;
  }

  /** The same as what a snapshot says, for what went before was seen in another way. */
  List<String> notSeen() {
    return reason == null ? List.of() : List.of("level " + now.text() + ' ' + reason);
  }

  /** What follows the level from now on; both null while nothing is instrumented. */
  void drives(Tracing follower, Logger logger) {
    tracing = follower;
    log = logger;
  }

  /**
   * Changes the level; does nothing when it is in force.
   *
   * @param next the level from now on
   * @param uptimeMillis now
   * @param why one clause
   */
  void to(Level next, long uptimeMillis, String why) {
    if (next == now) {
      return;
    }
    if (tracing != null && next != Level.OFF) {
      try {
        tracing.level(next);
      } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
        tracing.level(Level.WATCH);
        set(Level.WATCH, uptimeMillis, "level " + next.text() + " failed: " + e);
        throw e;
      }
    }
    set(next, uptimeMillis, why);
  }

  private void set(Level next, long uptimeMillis, String why) {
    now = next;
    reason = String.format(Locale.ROOT, "since %.1f s: %s", uptimeMillis / 1000.0, why);
    bulletin.publish(Bulletin.LEVEL, next.text());
    if (log != null) {
      log.info("level {} {}", next.text(), reason);
    }
  }
}
