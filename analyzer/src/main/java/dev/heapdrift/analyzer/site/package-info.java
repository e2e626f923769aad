/**
 * Allocation sites whose objects pile up, told without looking at any container.
 *
 * <p>In: a {@link dev.heapdrift.analyzer.series.Run}, of which no container is read. Out: {@link
 * dev.heapdrift.analyzer.site.SiteSuspect}s, each all that one cause seems to keep alive. {@link
 * dev.heapdrift.analyzer.site.SiteSuspects} is the way in.
 *
 * <p>Two witnesses: {@code SurvivorPiles} asks when the survivors of a site were born ({@code
 * Births} within {@code Windows}, weighed by {@code SamplingRate}; only what an old collection has
 * tested counts, see {@code Tested}, and the {@code HeapFloor} must rise); {@code TracePiles}
 * judges counted or estimated live objects by the trend judge of all series. {@code Clusters} joins
 * what is allocated near each other. {@code InstanceSuspects}, the other way in, judges threads,
 * class loaders, buffers and resources by the line that makes them. What kind of leak it would be,
 * {@code detect} decides, and whether a container explains it.
 *
 * <p>Everything is immutable or stateless, and deterministic.
 */
package dev.heapdrift.analyzer.site;
