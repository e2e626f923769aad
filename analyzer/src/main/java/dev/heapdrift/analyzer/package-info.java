/**
 * From snapshots to findings: series, diff, trend, detectors, reports.
 */
package dev.heapdrift.analyzer;
