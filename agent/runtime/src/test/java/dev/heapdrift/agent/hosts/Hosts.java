package dev.heapdrift.agent.hosts;

import java.util.List;

/** The table of hosts, in the order in which it is printed. */
final class Hosts {

  private Hosts() {}

  /** Whether each build runs it: a few that together need every collector, and no download. */
  static boolean smoke(Host host, Collector collector) {
    return switch (collector) {
      case SERIAL -> host instanceof FullDiskHost;
      case PARALLEL -> host instanceof HiddenClassHost;
      case G1 -> host instanceof ComingAndGoingHost;
      case Z -> host instanceof ModuleHost module && !module.isBare();
      case SHENANDOAH -> host instanceof SharedArchiveHost;
    };
  }

  static List<Host> all() {
    return List.of(
        new ClassPathHost(),
        new LoaderHost(LoaderHost.Kind.CHILD_FIRST),
        new LoaderHost(LoaderHost.Kind.BUNDLE),
        new LoaderHost(LoaderHost.Kind.FILTERING),
        new ModuleHost(false),
        new ModuleHost(true),
        new HiddenClassHost(),
        new SharedArchiveHost(),
        new NestedJarHost(),
        new WebAppsHost(),
        new BundlesHost(),
        new VirtualThreadsHost(),
        new OtherAgentHost(OtherAgentHost.Other.JACOCO, false),
        new OtherAgentHost(OtherAgentHost.Other.JACOCO, true),
        new OtherAgentHost(OtherAgentHost.Other.OPEN_TELEMETRY, false),
        new ComingAndGoingHost(),
        new ControlGroupHost(),
        new ReadOnlyHost(),
        new FullDiskHost());
  }
}
