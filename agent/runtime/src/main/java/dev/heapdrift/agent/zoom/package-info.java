/**
 * Counts who fills the few containers that keep growing, call site by call site.
 *
 * <p>In: {@link dev.heapdrift.agent.zoom.ZoomCandidate}s with their growth stacks. {@code
 * GrowthPlan} picks classes and lines from these, {@code ZoomedClasses} has the classes changed:
 * {@code CallRewriter} puts a call of the door before each call that {@code ContainerCalls} takes
 * for an insertion, a lookup or a removal. {@code SiteTable} publishes the counters, {@code
 * Strangers} recognises views of a watched container. Out: {@link
 * dev.heapdrift.agent.zoom.ZoomCounts}. The change is undone when the trend ends.
 *
 * <p>All on the agent's thread, but for {@code ZoomTransformer} when another agent retransforms a
 * class, and the counting in the door. Never touches classes of the JDK.
 */
package dev.heapdrift.agent.zoom;
