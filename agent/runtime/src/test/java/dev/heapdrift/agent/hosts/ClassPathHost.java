package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;

/** The ordinary case. */
final class ClassPathHost implements Host {
  @Override
  public String name() {
    return "class path";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) {
    return SpawnedJvm.of(Tenant.class);
  }
}
