package dev.heapdrift.agent.hosts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agent in its hosts: each collector with one of them, and every host with every collector
 * where the profile {@code matrix} says so, which prints the table of docs/hosts.md.
 */
@Tag("matrix")
class HostsIT {
  private static final boolean WHOLE = Boolean.getBoolean("heapdrift.hosts.all");
  private static final HostTable TABLE = new HostTable();

  @TempDir Path folder;

  static Stream<Arguments> stays() {
    List<Arguments> stays = new ArrayList<>();
    for (Host host : Hosts.all()) {
      for (Collector collector : Collector.values()) {
        if (WHOLE || Hosts.smoke(host, collector)) {
          stays.add(Arguments.of(host.name(), collector, host));
        }
      }
    }
    return stays.stream();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("stays")
  void theAgentIsAGoodGuest(String name, Collector collector, Host host) throws Exception {
    TABLE.failed(name, collector); // until it has succeeded
    try {
      if (!collector.available()) {
        throw new NotHereException("this JDK has no " + collector);
      }
      new Stay(host, new Setting(folder, collector)).run();
      TABLE.succeeded(name, collector);
    } catch (NotHereException e) {
      TABLE.notHere(name, collector, e.getMessage());
      Assumptions.abort(e.getMessage());
    }
  }

  @AfterAll
  static void print() throws IOException {
    if (WHOLE) {
      TABLE.print(Path.of("target", "hosts-" + Runtime.version().feature() + ".md"));
    }
  }
}
