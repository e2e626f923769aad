/**
 * How fast the analyzer is. {@link dev.heapdrift.benchmarks.analyzer.AnalyzerSpeed} is the program;
 * RecordedRun writes the snapshots of a large service that never ran, the same ones each time.
 *
 * <p>Never run by the build.
 */
package dev.heapdrift.benchmarks.analyzer;
