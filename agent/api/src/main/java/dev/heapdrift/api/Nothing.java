package dev.heapdrift.api;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.util.List;
import java.util.Map;

/** What a JVM without an agent has to say: a snapshot that answers every question with nothing. */
final class Nothing {

  private static final JvmFacts JVM = new JvmFacts("", 0, "", "", "", 0, 0);
  private static final CaptureFacts CAPTURE = new CaptureFacts(0, Trigger.REQUEST, 0, 0, -1, 0);
  private static final AgentFacts AGENT = new AgentFacts("", "off", 0, Map.of());

  /** As many frames as there can be, so that a cumulative query is answered too. */
  private static final AllocationFacts ALLOCATIONS =
      new AllocationFacts(Heapdrift.MAX_FRAMES, 1, 0, 0, 0, 0, 0, 0, 0, List.of());

  static final Snapshot SNAPSHOT =
      new Snapshot(JVM, CAPTURE, AGENT, List.of(), List.of(), List.of(), List.of(), List.of())
          .withAllocations(ALLOCATIONS);

  private Nothing() {}
}
