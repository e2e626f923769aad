/**
 * What an application or a test may call; every call is inert without the agent.
 */
package dev.heapdrift.api;
