/**
 * Counts who fills the few containers that keep growing, call site by call site.
 *
 * <p>In: {@link dev.heapdrift.agent.zoom.ZoomCandidate}s with their growth stacks. {@code
 * GrowthPlan} picks classes and lines from these, {@code ZoomTransformer} and {@code CallRewriter}
 * put a call of the door before each inserting call, {@code InsertingCalls} says which calls
 * insert, {@code SiteTable} publishes the counters, {@code Strangers} recognises views of a watched
 * container. Out: insertions by call site. The change is undone when the trend ends.
 *
 * <p>All on the agent's thread, but for {@code ZoomTransformer} when another agent retransforms a
 * class, and the counting in the door. Never touches classes of the JDK. Byte Buddy is loaded by
 * the first zoom.
 */
package dev.heapdrift.agent.zoom;
