package dev.heapdrift.snapshot;

/**
 * An object that JFR sampled when it was allocated and that was still alive when it was asked.
 *
 * @param stack index into {@link Snapshot#stacks()}, or -1 when JFR recorded none
 * @param type class of the object, such as {@code com.app.Order} or {@code byte[]}
 * @param allocatedMillis JVM uptime at its allocation, in ms; may lie before the agent's start
 * @param bytes its shallow size in bytes, or -1 where this JDK's event does not tell
 * @param elements length when it is an array, or -1
 * @param linked whether objects of its class can form a chain: the class, or one that it extends,
 *     has a field of a type that holds such objects themselves, as a node's {@code next}
 */
public record Survivor(
    int stack, String type, long allocatedMillis, long bytes, long elements, boolean linked) {}
