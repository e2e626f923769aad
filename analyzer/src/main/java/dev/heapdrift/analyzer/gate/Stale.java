package dev.heapdrift.analyzer.gate;

/**
 * An entry of a baseline, or a rule of suppressions, that somebody should look at.
 *
 * @param list where it stands: {@code baseline} or {@code suppressions}
 * @param what its fingerprint and title, or its patterns
 * @param reason what it gives as its reason; null without one
 * @param owner who answers for it; null when not said
 * @param why one clause: {@code expired on 2026-03-31}, or {@code nothing was found for it}
 */
public record Stale(String list, String what, String reason, String owner, String why) {
  static final String UNUSED = "nothing was found for it";
}
