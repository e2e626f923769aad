package dev.heapdrift.agent;

import dev.heapdrift.agent.Requests.Request;
import dev.heapdrift.agent.control.Status;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.options.Level;
import dev.heapdrift.snapshot.ask.Verb;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;

/**
 * What an agent answers whose level is off: its status, and to the application what it would hear
 * without an agent.
 *
 * @param options what it was asked for at first
 * @param levels why it rests
 */
record AtRest(AgentOptions options, LevelSwitch levels) implements Function<Request, Object> {
  @Override
  public Object apply(Request request) {
    return request.verb() == Verb.STATUS ? status().text() : null;
  }

  private Status status() {
    return new Status(
        Level.OFF.text(),
        levels.reason(),
        Identity.version(),
        Identity.snapshots(options).toString(),
        -1,
        ManagementFactory.getRuntimeMXBean().getUptime(),
        -1,
        CpuClock.nanos(),
        -1,
        0,
        0,
        0,
        -1,
        -1,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
