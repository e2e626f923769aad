package dev.heapdrift.analyzer.gate;

import java.util.Locale;

/** How the gate sees a finding. */
public enum Standing {
  /** Unbounded, and in no list: fails. */
  NEW(true),
  /** Known, but it has become unbounded or grows faster than it did: fails. */
  WORSE(true),
  /** Known, by an entry whose time is over: fails. */
  EXPIRED(true),
  /** Known, and no worse than it was. */
  KNOWN(false),
  /** Left out by a rule. */
  SUPPRESSED(false),
  /** Unbounded, but of another kind or slower than what fails. */
  BELOW(false),
  /** Inconclusive. */
  OPEN(false),
  /** Bounded. */
  BOUNDED(false);

  private final boolean fails;

  Standing(boolean fails) {
    this.fails = fails;
  }

  /** Whether it fails the build. */
  public boolean fails() {
    return fails;
  }

  /** The word that reports print, such as {@code new}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
