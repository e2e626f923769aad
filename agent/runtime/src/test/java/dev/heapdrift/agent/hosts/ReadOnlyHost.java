package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.nio.file.Files;

/** A container whose file system cannot be written to, the temporary folder included. */
final class ReadOnlyHost implements UnwritableHost {

  @Override
  public String name() {
    return "read-only file system";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws Exception {
    Files.createDirectory(setting.snapshots());
    String script = "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"";
    return SpawnedJvm.of(Tenant.class)
        .jvm("-Djava.io.tmpdir=" + setting.folder())
        .behind(Enclosure.mounting(script, setting.folder()));
  }

  @Override
  public void receive(SpawnedJvm jvm, Setting setting) {
    jvm.awaitErrorLine(COMPLAINT);
  }
}
