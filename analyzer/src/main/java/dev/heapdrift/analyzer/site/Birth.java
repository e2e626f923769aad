package dev.heapdrift.analyzer.site;

/**
 * When a survivor was born, and what it stands for.
 *
 * @param millis JVM uptime in ms
 * @param weight how much it counts beside others, see {@link SamplingRate}
 */
record Birth(long millis, double weight) {}
