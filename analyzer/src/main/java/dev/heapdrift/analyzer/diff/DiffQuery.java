package dev.heapdrift.analyzer.diff;

import dev.heapdrift.snapshot.stats.Filter;
import java.util.List;

/**
 * What to compare of containers.
 *
 * @param groupBy what the rows stand for
 * @param cumulative whether an amount counts for every application frame of its stack, not only the
 *     first
 * @param filters which growth stacks count; all when empty. A container without a stack is filtered
 *     by its class
 */
public record DiffQuery(GroupBy groupBy, boolean cumulative, List<Filter> filters) {}
