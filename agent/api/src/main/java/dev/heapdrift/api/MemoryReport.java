package dev.heapdrift.api;

import dev.heapdrift.snapshot.stats.StatisticDiff;
import java.time.Duration;
import java.util.List;

/**
 * What a block of code did to the traced memory.
 *
 * @param name the tracker's
 * @param elapsed time since it was opened
 * @param before shallow bytes traced when it was opened
 * @param now bytes traced at the time of the report, and their peak within the block
 * @param growth lines that hold more than before, the largest growth first
 * @param growthAtPeak the same, at the moment of the peak
 */
public record MemoryReport(
    String name,
    Duration elapsed,
    long before,
    TracedMemory now,
    List<StatisticDiff> growth,
    List<StatisticDiff> growthAtPeak) {}
