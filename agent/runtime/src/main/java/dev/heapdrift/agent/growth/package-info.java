/**
 * Notices containers that grow, by hooks in methods and stores that run rarely.
 *
 * <p>{@link dev.heapdrift.agent.growth.GrowthTable} is the one closed list of the JDK's structures:
 * what grows them, where their size stands, how they hold their elements. {@link
 * dev.heapdrift.agent.growth.JdkHooks} hooks the JDK's classes by that list and any other of {@link
 * dev.heapdrift.agent.growth.HookedClass}es; {@link
 * dev.heapdrift.agent.growth.ArrayGrowthTransformer} hooks the arrays of application classes as
 * these are loaded. Everything injected is one straight-line call of the door.
 *
 * <p>Transformers run on whatever thread loads a class; the rest on the thread that installs. The
 * table is read by the registry and the owner walk too.
 */
package dev.heapdrift.agent.growth;
