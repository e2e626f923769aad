/**
 * What an application or a test may call; every call is inert without the agent.
 *
 * <p>{@link dev.heapdrift.api.Heapdrift} asks, as {@code tracemalloc} does in Python; {@link
 * dev.heapdrift.api.AllocationSnapshot} holds traces and groups them; {@link
 * dev.heapdrift.api.MemoryTracker} follows a block of code. Units of work are counted here, and
 * read by the agent when it likes.
 *
 * <p>All this runs in the application's loader and knows nothing of the agent's classes. It finds
 * the one class that the agent defines in {@code java.base} and speaks to it in JDK types, so that
 * an application may ship this module and never load an agent. What it allocates on the caller's
 * thread is not traced.
 */
package dev.heapdrift.api;
