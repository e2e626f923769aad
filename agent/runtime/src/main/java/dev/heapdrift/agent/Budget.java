package dev.heapdrift.agent;

import dev.heapdrift.agent.options.Level;
import dev.heapdrift.agent.options.UnattendedOptions;
import dev.heapdrift.snapshot.stats.ByteSize;

/**
 * What the agent may cost at one level, and whether it costs more. Time is an account: what is
 * allowed flows in, what is spent flows out, and a burst as at the start, when much is new, may be
 * owed for a while. Agent thread only.
 */
final class Budget {
  /** CPU time that may be owed, in ns. */
  private static final long CREDIT_NANOS = 3_000_000_000L;

  /** Looks in a row that must find too much memory: what is in transit is no holding. */
  private static final int LOOKS = 3;

  private static final long NO_LIMIT = Long.MAX_VALUE;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final long percent;
  private final long bytes;
  private long lastMillis = -1;
  private long lastNanos;
  private double owedNanos;
  private int tooLarge;

  private Budget(long percent, long bytes) {
    this.percent = percent;
    this.bytes = bytes;
  }

  /** As the options say, or what suits the level; a test that traces exactly wants its result. */
  static Budget of(UnattendedOptions options, Level level) {
    long percent = options.maxOverhead();
    long bytes = options.maxMemory();
    return switch (level) {
      case OFF, WATCH -> new Budget(percent > 0 ? percent : 50, bytes > 0 ? bytes : 64L << 20);
      case SAMPLE -> new Budget(percent > 0 ? percent : 80, bytes > 0 ? bytes : 128L << 20);
      case EXACT -> new Budget(percent > 0 ? percent : NO_LIMIT, bytes > 0 ? bytes : NO_LIMIT);
    };
  }

  /**
   * Looks at the account; to be called about once a second.
   *
   * @param uptimeMillis now
   * @param cpuNanos CPU time of the agent's thread so far
   * @param heldBytes memory that the agent holds
   * @return what is too much, one clause, or null
   */
  String exceeded(long uptimeMillis, long cpuNanos, long heldBytes) {
    if (lastMillis >= 0 && percent != NO_LIMIT) {
      double allowed = (uptimeMillis - lastMillis) * NANOS_PER_MILLI * (percent / 100.0);
      owedNanos = Math.max(0, owedNanos + cpuNanos - lastNanos - allowed);
    }
    lastMillis = uptimeMillis;
    lastNanos = cpuNanos;
    tooLarge = heldBytes > bytes ? tooLarge + 1 : 0;
    if (owedNanos > CREDIT_NANOS) {
      return "its thread takes more than " + percent + " % of one core (max-overhead)";
    }
    return tooLarge < LOOKS
        ? null
        : "it holds "
            + ByteSize.print(heldBytes)
            + " of memory, more than "
            + ByteSize.print(bytes)
            + " (max-memory)";
  }
}
