/**
 * The whole tool on the sample apps: the built agent in a spawned JVM, then the built analyzer on
 * what it wrote. {@link dev.heapdrift.samples.endtoend.Bench} runs them two at a time; expectations
 * name a method and find its line by the marker in the source.
 */
package dev.heapdrift.samples.endtoend;
