package dev.heapdrift.agent;

import dev.heapdrift.agent.control.Status;
import dev.heapdrift.agent.control.Suspect;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.snapshots.CostMeter;
import dev.heapdrift.agent.snapshots.GcClock;
import dev.heapdrift.snapshot.AgentFacts;
import java.util.List;
import java.util.Map;

/** What the agent tells of itself, in snapshots and when it is asked. Agent thread only. */
final class AboutAgent {
  private final Installation installation;
  private final LevelSwitch levels;
  private final GcClock clock;
  private final CostMeter meter;
  private final Recorders recorders;
  private final long startedMillis;

  AboutAgent(
      Installation installation,
      LevelSwitch levels,
      GcClock clock,
      CostMeter meter,
      Recorders recorders) {
    this.installation = installation;
    this.levels = levels;
    this.clock = clock;
    this.meter = meter;
    this.recorders = recorders;
    this.startedMillis = clock.now().uptimeMillis();
  }

  /** For a snapshot of now. */
  AgentFacts facts() {
    return new AgentFacts(Identity.version(), levels.now().text(), startedMillis, optionsInForce());
  }

  /** The options, with the level as it is now. */
  Map<String, String> optionsInForce() {
    Map<String, String> all = installation.options().inForce();
    all.put("level", levels.now().text());
    return all;
  }

  /**
   * How the agent is doing.
   *
   * @param written number of the newest snapshot
   * @param growing what grows steadily
   * @param notSeen what cannot be observed
   */
  Status status(long written, List<Suspect> growing, List<String> notSeen) {
    AgentOptions options = installation.options();
    return new Status(
        levels.now().text(),
        levels.reason(),
        Identity.version(),
        Identity.snapshots(options).toString(),
        startedMillis,
        clock.now().uptimeMillis(),
        installation.nanos(),
        CpuClock.nanos(),
        recorders.bytes(),
        recorders.containers().size(),
        recorders.instances().size(),
        recorders.tracing().bytes(),
        clock.heapAfterGcBytes(),
        written,
        growing,
        meter.facts(),
        recorders.drops(),
        notSeen);
  }
}
