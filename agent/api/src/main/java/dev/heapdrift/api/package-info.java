/**
 * What an application or a test may call; every call is inert without the agent.
 *
 * <p>{@link dev.heapdrift.api.Heapdrift} runs in the application's loader and knows nothing of the
 * agent's classes. It finds the one class that the agent defines in {@code java.base} and speaks to
 * it in JDK types, so that an application may ship this module and never load an agent.
 */
package dev.heapdrift.api;
