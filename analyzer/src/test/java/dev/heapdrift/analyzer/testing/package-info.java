/**
 * Snapshots for tests, made by a small builder in place of binary fixtures. Start at {@link
 * dev.heapdrift.analyzer.testing.Snapshots}.
 */
package dev.heapdrift.analyzer.testing;
