package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A disk that is full when the agent comes, and has room again later. */
final class FullDiskHost implements UnwritableHost {
  private static final String FILLER = "filler";

  @Override
  public String name() {
    return "full disk";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws Exception {
    Files.createDirectory(setting.snapshots());
    String script =
        "mount -t tmpfs -o size=4m none \"$0\" && { head -c 8m /dev/zero > \"$0\"/"
            + FILLER
            + " 2> /dev/null; true; }";
    return SpawnedJvm.of(Tenant.class).behind(Enclosure.mounting(script, setting.snapshots()));
  }

  @Override
  public void receive(SpawnedJvm jvm, Setting setting) throws Exception {
    jvm.awaitErrorLine(COMPLAINT);
    Path disk = Enclosure.seenBy(jvm.pid(), setting.snapshots());
    Files.delete(disk.resolve(FILLER));
    Evidence.await(disk, Set.of(Evidence.MAP, Evidence.LOSSES));
  }
}
