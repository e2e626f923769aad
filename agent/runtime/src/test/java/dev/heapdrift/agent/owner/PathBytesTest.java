package dev.heapdrift.agent.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.ReachableBytes;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

/** What paths are said to take, beside what they do take. */
class PathBytesTest {
  private static final int TENANTS = 200;
  private static final Map<String, Tenant> ALL = new HashMap<>();

  private record Tenant(List<Object> orders) {}

  @Test
  void ofContainersBehindAMap() {
    for (int i = 0; i < TENANTS; i++) {
      ALL.put("tenant " + i, new Tenant(new ArrayList<>(List.of(i))));
    }
    List<Suspect> suspects =
        ALL.values().stream().map(tenant -> Suspect.of(tenant.orders(), null, Set.of())).toList();
    Walker walker = new Walker(PathBytesTest.class, Tenant.class);
    walker.walk(suspects, WalkBudget.millis(20_000, () -> false));
    List<OwnerPath> paths = suspects.stream().map(Suspect::path).toList();
    assertThat(paths).doesNotContainNull();
    double each = (bytes(paths.stream()) - bytes(paths.stream().limit(1))) / (TENANTS - 1.0);
    assertThat((double) OwnerPath.BYTES).isBetween(each / 1.5, each * 1.5);
  }

  private static long bytes(Stream<OwnerPath> paths) {
    Instrumentation instrumentation = ByteBuddyAgent.install();
    return ReachableBytes.of(paths.toArray(), instrumentation);
  }
}
