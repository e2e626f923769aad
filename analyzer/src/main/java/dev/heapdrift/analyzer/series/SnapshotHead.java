package dev.heapdrift.analyzer.series;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CostFacts;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.util.List;

/**
 * What a snapshot says beside its containers, which the series hold.
 *
 * @param jvm which JVM
 * @param capture when and why it was taken, and the state of the heap then
 * @param agent which agent, at what level
 * @param costs what the agent spent
 * @param drops what it gave up
 * @param notSeen what it could not observe
 */
public record SnapshotHead(
    JvmFacts jvm,
    CaptureFacts capture,
    AgentFacts agent,
    List<CostFacts> costs,
    List<Drop> drops,
    List<String> notSeen) {

  /** The head of a snapshot. */
  public static SnapshotHead of(Snapshot snapshot) {
    return new SnapshotHead(
        snapshot.jvm(),
        snapshot.capture(),
        snapshot.agent(),
        snapshot.costs(),
        snapshot.drops(),
        snapshot.notSeen());
  }
}
