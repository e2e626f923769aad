package dev.heapdrift.analyzer.finding;

import dev.heapdrift.snapshot.ZoomFacts.Counterpart;

/**
 * What else speaks for or against a finding.
 *
 * @param readings sizes read, over all siblings
 * @param spanSeconds time between the first and the last of them, in seconds
 * @param insertions insertion calls counted by the zoom; null when it was never on this container
 * @param removals removing calls counted by the zoom; null when not counted
 * @param failedRemovals those that found nothing to remove; null when not counted
 * @param hits successful look-ups; null when not counted
 * @param counterpart the method that should take entries out, and how often it ran; null when
 *     unknown
 * @param pattern one sentence: what the series looks like
 * @param missing one sentence: what evidence would decide; null unless inconclusive
 */
public record Evidence(
    int readings,
    double spanSeconds,
    Long insertions,
    Long removals,
    Long failedRemovals,
    Long hits,
    Counterpart counterpart,
    String pattern,
    String missing) {}
