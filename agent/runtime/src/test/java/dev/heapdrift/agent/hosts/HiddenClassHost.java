package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.lang.invoke.MethodHandles;
import java.util.Set;

/** A class without a name that others could load, which no agent can change. */
final class HiddenClassHost implements Host {
  @Override
  public String name() {
    return "hidden class";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) {
    return SpawnedJvm.of(Program.class);
  }

  @Override
  public Set<Evidence> evidence() {
    return Set.of(Evidence.LARGE_MAP); // stacks leave its methods out, and its array is not seen
  }

  /** Makes the tenant a hidden class and lets it live. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) throws Exception {
      MethodHandles.privateLookupIn(Tenant.class, MethodHandles.lookup())
          .defineHiddenClass(Setting.bytesOf(Tenant.class), true)
          .lookupClass()
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    }
  }
}
