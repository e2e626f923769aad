/**
 * A table of visits under traffic that rises, {@code Leaky} and {@code Fixed}: in the leaky one
 * only those who sign out leave. Both tables rise; an MBean that counts the visits tells them
 * apart, so both want the agent's option {@code work=dev.heapdrift.samples:type=Visits#Served}.
 */
package dev.heapdrift.samples.traffic;
