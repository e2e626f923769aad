/**
 * Reads the application's objects without running its code: no method of it, no class loader of it.
 *
 * <p>{@link dev.heapdrift.agent.heap.FieldNames} takes the names of fields from the bytes of
 * classes as they load (on application threads, inside the door's guard); {@link
 * dev.heapdrift.agent.heap.FieldLayouts} turns them into offsets; {@link
 * dev.heapdrift.agent.heap.Heap} reads at an offset. {@link dev.heapdrift.agent.heap.ConstantPool}
 * tells what a class says of itself without asking it.
 *
 * <p>Everything but {@code FieldNames.record} belongs to the agent's thread. Callers are the
 * registry, the owner walk and the zoom. A wrong offset or type crashes the JVM: only this package
 * makes offsets, and only from names whose type is certain.
 */
package dev.heapdrift.agent.heap;
