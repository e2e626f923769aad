/**
 * One package per kind of leak, each with {@code Leaky} and {@code Fixed}: the same work, once with
 * the bug and once with the bug repaired.
 *
 * <p>Every {@code main} takes the seconds to run (10 unless told), works at the pace of {@link
 * dev.heapdrift.samples.leaks.Pace} and ends in one line of output, which is there so that the work
 * has a result.
 */
package dev.heapdrift.samples.leaks;
