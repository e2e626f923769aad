package dev.heapdrift.agent.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Snapshots;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.nio.file.Files;
import java.util.List;

/**
 * What is claimed of the agent in each host: it sees what can be seen there, the application does
 * and prints what it does without it, no hook fails, and nothing is said on stderr.
 */
final class Stay {
  private final Host host;
  private final Setting setting;

  Stay(Host host, Setting setting) {
    this.host = host;
    this.setting = setting;
  }

  void run() throws Exception {
    SpawnedJvm.Builder builder = host.describe(setting).jvm(setting.collector().options());
    if (host.bringsAgent()) {
      builder.agent(setting.agentOptions());
    }
    try (SpawnedJvm jvm = builder.start()) {
      jvm.awaitLine("at home");
      host.receive(jvm, setting);
      Evidence.await(setting.snapshots(), host.evidence());
      jvm.println("end");
      check(jvm.await().succeeded());
    } finally {
      host.bidFarewell(setting);
    }
  }

  private void check(SpawnedJvm.Result ended) {
    List<String> out = ended.out();
    assertThat(out.get(out.size() - 1)).isEqualTo("left whole");
    assertThat(host.mayComplain(ended.err())).as("may say %s", ended.err()).isTrue();
    if (Files.isDirectory(setting.snapshots()) && !host.evidence().isEmpty()) {
      assertThat(Snapshots.last(setting.snapshots()).drops())
          .filteredOn(drop -> drop.bound().equals("door-failures"))
          .allMatch(drop -> drop.count() == 0);
    }
  }
}
