package dev.heapdrift.agent.hosts;

import java.util.List;
import java.util.Set;

/** A host whose snapshots cannot be written, at first at least: the agent says so in one line. */
interface UnwritableHost extends Host {

  /** How that line begins. */
  String COMPLAINT = "heapdrift: snapshots cannot be written: ";

  /** Nothing is left to be looked at when the JVM has ended. */
  @Override
  default Set<Evidence> evidence() {
    return Set.of();
  }

  @Override
  default boolean mayComplain(List<String> lines) {
    return lines.size() == 1 && lines.get(0).startsWith(COMPLAINT);
  }
}
