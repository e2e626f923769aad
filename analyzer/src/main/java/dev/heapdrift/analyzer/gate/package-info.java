/**
 * The gate: which findings of an {@link dev.heapdrift.analyzer.Analysis} fail a build.
 *
 * <p>{@link dev.heapdrift.analyzer.gate.Gate} is the whole decision: a {@code Threshold} (kinds,
 * rate of growth), {@code Suppressions} (what a rule leaves out, with its reason) and lists of what
 * is known, {@code Baseline} (a file, or an earlier analysis). It gives every finding a {@code
 * Standing}; {@link dev.heapdrift.analyzer.gate.GateResult} holds these, what of the files is
 * {@code Stale}, and the outcome. Reports only read it.
 *
 * <p>What was not measured never passes: neither a run too short to show anything, nor something
 * that still grows unjudged, nor a finding whose rate is unknown under a limit on rates. Everything
 * is immutable and without I/O, but for the two readers of files.
 */
package dev.heapdrift.analyzer.gate;
