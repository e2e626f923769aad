/**
 * The agent's entry: finds the runtime inside the agent's jar and hands over. JDK only, and little of
 * it: this code runs on the application's main thread before the application does.
 */
package dev.heapdrift.boot;
