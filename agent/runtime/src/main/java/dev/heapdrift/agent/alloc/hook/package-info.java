/**
 * Hooks every allocation: of the application's classes and, on their behalf, of the JDK's.
 *
 * <p>{@link dev.heapdrift.agent.alloc.hook.AllocationHooks} installs, retires, revives and removes;
 * {@code AllocationTransformer} decides about a class, {@code ClassHooker} about a method, {@code
 * AllocationHook} about an instruction. {@code AllocatingCalls} is the closed list of calls that
 * allocate, {@code DangerousClasses} that of classes left alone. {@code ObjectFollower} knows which
 * NEW a constructor belongs to; {@code CodeScan} finds the methods worth a look.
 *
 * <p>In: class files. Out: class files in which one call of {@link dev.heapdrift.hooks.Allocations}
 * stands behind each allocation, and numbered sites in {@link dev.heapdrift.agent.alloc.SiteTable}.
 * Transformers run on whatever thread loads a class.
 */
package dev.heapdrift.agent.alloc.hook;
