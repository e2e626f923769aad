/**
 * Runs the sample service under the agent, for {@code heapdrift demo}.
 *
 * <p>{@link dev.heapdrift.analyzer.demo.DemoFolder} lays out what a demonstration needs, {@link
 * dev.heapdrift.analyzer.demo.SampleService} is the service's own JVM. Analysis and report are not
 * here: the command runs the same ones as {@code leaks}.
 *
 * <p>What goes wrong is a {@link dev.heapdrift.analyzer.launch.LaunchException} with one line to
 * print.
 */
package dev.heapdrift.analyzer.demo;
