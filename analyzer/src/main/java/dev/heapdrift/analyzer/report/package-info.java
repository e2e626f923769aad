/**
 * Reports: siblings that only read an {@link dev.heapdrift.analyzer.Analysis} or a {@link
 * dev.heapdrift.analyzer.diff.Diff} and write it for somebody. Nothing is concluded here.
 *
 * <p>For people: TextReport (FindingText for one finding, ExplanationText for all about one) and
 * DiffText, with Style, Quantity and Sparkline. For programs: JsonReport (FindingJson),
 * ExplanationJson and DiffJson; what was not measured is null.
 *
 * <p>Texts come from files that others wrote: TextOut replaces control characters, so that a class
 * name cannot drive a terminal.
 */
package dev.heapdrift.analyzer.report;
