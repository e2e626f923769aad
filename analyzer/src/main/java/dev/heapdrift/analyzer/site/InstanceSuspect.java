package dev.heapdrift.analyzer.site;

import dev.heapdrift.snapshot.InstanceFacts;

/**
 * What should end, of which one line makes ever more that does not.
 *
 * @param kind what it is
 * @param suspect the line and its trend: unbounded, or still growing and inconclusive
 */
public record InstanceSuspect(InstanceFacts.Kind kind, SiteSuspect suspect) {}
