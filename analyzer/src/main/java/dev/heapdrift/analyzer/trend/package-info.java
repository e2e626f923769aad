/**
 * What a series of sizes says: pure functions over points of time and size, without files, owners
 * or stacks.
 *
 * <p>{@link dev.heapdrift.analyzer.trend.TrendJudge} turns a {@link
 * dev.heapdrift.analyzer.trend.Curve} into a {@link dev.heapdrift.analyzer.trend.Trend}; {@link
 * dev.heapdrift.analyzer.trend.FalseDiscovery} then looks at all trends of a run together. Where
 * the application counts its {@link dev.heapdrift.analyzer.trend.Work}, growth is told from load.
 * The other classes are one statistic each. Sizes are integrated, autocorrelated series, on which
 * ordinary tests find significance everywhere; docs/verdicts.md explains the defences and publishes
 * the rate of false alarms.
 *
 * <p>Everything is immutable or stateless, and deterministic.
 */
package dev.heapdrift.analyzer.trend;
