/**
 * Findings inside the application, for as long as it takes to answer: the analyzer is loaded from
 * its own jar when somebody asks, judges the newest snapshots of this run, and is gone again.
 *
 * <p>{@link dev.heapdrift.agent.verdict.Judge} does one judgement at a time on a thread of its own,
 * {@code heapdrift-verdict}; the analyzer runs on another, {@code heapdrift-analyzer}. Both are
 * daemons within the door's guard, and gone when there is an answer. Agent and analyzer have no
 * class in common: between them go paths, lists, maps and strings.
 *
 * <p>Called by {@code jmx} only. What cannot be done is an {@link java.lang.IllegalStateException}
 * of one line.
 */
package dev.heapdrift.agent.verdict;
