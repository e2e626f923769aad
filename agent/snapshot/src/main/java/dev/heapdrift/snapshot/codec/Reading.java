package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.Snapshot;
import java.util.Optional;

/**
 * What could be read of a file.
 *
 * @param snapshot all of it, or, beside a problem, what precedes the damage; empty where not even
 *     the JVM, the capture and the agent could be read
 * @param problem what is wrong with the file; empty when it is complete
 */
public record Reading(Optional<Snapshot> snapshot, Optional<SnapshotFormatException> problem) {}
