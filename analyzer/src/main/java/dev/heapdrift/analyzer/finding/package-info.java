/**
 * What the analyzer concludes, as immutable records: detectors make them, reports only read them.
 *
 * <p>Start at {@link dev.heapdrift.analyzer.finding.Kind} and {@link
 * dev.heapdrift.analyzer.finding.Finding}, a sealed family with a record for each kind that has
 * something of its own to tell; what all share is in {@link
 * dev.heapdrift.analyzer.finding.Details}. {@link dev.heapdrift.analyzer.finding.Findings} is the
 * answer for one run, {@link dev.heapdrift.analyzer.finding.Fingerprint} the identity of a finding
 * across builds, {@link dev.heapdrift.analyzer.finding.Explanation} all that stands behind one.
 *
 * <p>What was not measured is null, as each component says, never a guess. Nothing is rendered
 * here.
 */
package dev.heapdrift.analyzer.finding;
