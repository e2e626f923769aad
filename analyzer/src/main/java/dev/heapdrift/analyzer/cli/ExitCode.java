package dev.heapdrift.analyzer.cli;

import dev.heapdrift.analyzer.finding.Outcome;

/** What the exit codes of the commands mean. */
final class ExitCode {
  /** Everything was measured and nothing leaks; or a command did what it was asked. */
  static final int CLEAN = 0;

  /** At least one finding is unbounded. */
  static final int LEAKS = 1;

  /** Bad usage, or no file readable, or any unreadable one under {@code --strict}. */
  static final int USAGE = 2;

  /** Too little was measured to say: no data never passes. */
  static final int INCONCLUSIVE = 3;

  private ExitCode() {}

  static int of(Outcome outcome) {
    return switch (outcome) {
      case CLEAN -> CLEAN;
      case LEAKS -> LEAKS;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }
}
