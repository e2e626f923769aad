/**
 * Follows instances by the place that makes them: threads from start to end, class loaders, buffers
 * outside the heap, what is to be closed, and what a Cleaner is to clean up after.
 *
 * <p>{@link dev.heapdrift.agent.instances.InstanceTable} is the one closed list of the JDK's places
 * that make or start them, and of the fields that tell that one has ended; {@link
 * dev.heapdrift.agent.growth.JdkHooks} hooks them. {@link
 * dev.heapdrift.agent.instances.InstanceRegistry} counts by kind, class and stack, and holds the
 * live ones weakly.
 *
 * <p>The table is read on the thread that installs; all else belongs to the agent's thread. Called
 * by {@code dev.heapdrift.agent}.
 */
package dev.heapdrift.agent.instances;
