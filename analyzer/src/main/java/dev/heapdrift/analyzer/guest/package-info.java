/**
 * The analyzer as a guest of the application that is watched: what the agent calls there when
 * somebody asks it for findings.
 *
 * <p>In: files of one JVM. Out: findings, in types of the JDK only, for the agent and the analyzer
 * have no class in common and no loader either. All of it happens on the caller's thread, or in the
 * pool that this belongs to; nothing is logged, printed or kept. The agent knows this class by its
 * name, and the names of what it answers: they are a contract between builds.
 */
package dev.heapdrift.analyzer.guest;
