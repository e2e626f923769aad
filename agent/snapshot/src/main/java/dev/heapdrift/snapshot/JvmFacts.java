package dev.heapdrift.snapshot;

/**
 * The JVM that was watched.
 *
 * @param startId names this start of this JVM: its start time and process id in base 36
 * @param startMillis wall-clock start, in ms since the epoch
 * @param version {@code java.version}, such as {@code 17.0.15}
 * @param vmName {@code java.vm.name}
 * @param collector the collector in use, such as {@code G1} or {@code ZGC}
 * @param maxHeapBytes the heap's limit in bytes
 * @param processors processors available to the JVM
 */
public record JvmFacts(
    String startId,
    long startMillis,
    String version,
    String vmName,
    String collector,
    long maxHeapBytes,
    int processors) {}
