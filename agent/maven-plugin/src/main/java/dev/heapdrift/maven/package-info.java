/**
 * The Maven plugin: three goals that connect a build to the agent and to the command line.
 *
 * <p>{@code PrepareAgentMojo} puts the agent into the line of JVM options that Surefire and
 * Failsafe read, with a folder for the snapshots of each fork ({@code ForkFolders}). {@code
 * CheckMojo} fails the build, {@code ReportMojo} only writes; both are an {@code AnalysisMojo},
 * whose parameters become the options of {@code heapdrift check} ({@code CheckLine}), run in a JVM
 * of its own ({@code CommandRun}): Maven's class loaders, logging and terminal are none of its
 * business, and nothing of the analysis is here.
 *
 * <p>Runs in Maven's JVM, on the thread that builds a module; several may run at a time, and share
 * nothing.
 */
package dev.heapdrift.maven;
