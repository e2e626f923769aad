package dev.heapdrift.analyzer.finding;

/**
 * A 95 % confidence interval, in the unit of the figure it belongs to.
 *
 * @param low its lower end
 * @param high its upper end; may be infinite
 */
public record Interval(double low, double high) {}
