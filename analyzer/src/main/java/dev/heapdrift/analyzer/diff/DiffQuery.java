package dev.heapdrift.analyzer.diff;

import dev.heapdrift.analyzer.series.NamePattern;
import java.util.List;

/**
 * What to compare.
 *
 * @param groupBy what the rows stand for
 * @param cumulative whether an amount counts for every application frame of its stack, not only the
 *     first
 * @param include classes of which one must match the first application frame; all when empty
 * @param exclude classes of which none may match it
 */
public record DiffQuery(
    GroupBy groupBy, boolean cumulative, List<NamePattern> include, List<NamePattern> exclude) {}
