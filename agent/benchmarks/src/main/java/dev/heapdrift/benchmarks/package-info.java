/**
 * JMH benchmarks of the hot paths; each hot path names the benchmark that proves its budget.
 */
package dev.heapdrift.benchmarks;
