/**
 * Reports: siblings that only read an {@link dev.heapdrift.analyzer.Analysis}, a {@link
 * dev.heapdrift.analyzer.gate.GateResult} or a {@link dev.heapdrift.analyzer.diff.Diff} and write
 * it for somebody. Nothing is concluded here.
 *
 * <p>For people: TextReport (FindingText for one finding, ExplanationText for all about one),
 * GateText, GateMarkdown and DiffText, and the pages of GateHtml and HtmlReport, with FindingFacts,
 * Style, Quantity and Sparkline. For programs: JsonReport (FindingJson), GateJson, ExplanationJson
 * and DiffJson; what was not measured is null. For other people's programs: SarifReport, JunitXml,
 * GitlabQuality and GithubAnnotations, with SourcePlaces.
 *
 * <p>Texts come from files that others wrote: TextOut replaces control characters, so that a class
 * name cannot drive a terminal, and each format escapes what means something to it.
 */
package dev.heapdrift.analyzer.report;
