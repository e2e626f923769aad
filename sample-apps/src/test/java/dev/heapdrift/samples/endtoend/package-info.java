/**
 * The whole tool on the sample apps: the built agent in a spawned JVM, then the built analyzer on
 * what it wrote. {@link dev.heapdrift.samples.endtoend.Bench} runs several at a time; expectations
 * name a method and find its line by the marker in the source.
 *
 * <p>No test counts on the speed of the machine: a leaky program runs until its leak is found
 * ({@link dev.heapdrift.samples.endtoend.Watched}), a healthy one for a number of snapshots.
 */
package dev.heapdrift.samples.endtoend;
