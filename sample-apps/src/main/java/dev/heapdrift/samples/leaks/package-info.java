/**
 * One package per kind of leak, each with {@code Leaky} and {@code Fixed}: the same work, once with
 * the bug and once with the bug repaired.
 *
 * <p>Every {@code main} takes the seconds to run (10 unless told), works at the pace of {@link
 * dev.heapdrift.samples.leaks.Pace} and ends in one line of output, which is there so that the work
 * has a result.
 *
 * <p>{@code twins.json}, in the resources, lists all pairs with what is to be found: kind, owner
 * and the marked lines. The end-to-end tests and the benchmarks go by it.
 */
package dev.heapdrift.samples.leaks;
