/**
 * From the series of one run to its findings.
 *
 * <p>{@link dev.heapdrift.analyzer.detect.Detection} is the table of contents: {@code Subjects}
 * picks what has grown, {@code Trends} judges all of it together, {@code KnownGrowth} doubts what
 * the catalogue knows to end, {@code Siblings} joins what one field holds, the ordered list {@code
 * Detectors} names the kind, {@code CommonCause} drops what another finding explains, {@code
 * Corroborated} has what survives decide where sizes do not; {@code InstanceFindings} adds what
 * should end, {@code SiteFindings} what no container explains; {@code Explanations} tells all about
 * one finding. A detector is one stateless class with its thresholds; it decides what kind of leak
 * it would be, never whether it is one.
 *
 * <p>Everything is immutable or stateless, and deterministic.
 */
package dev.heapdrift.analyzer.detect;
