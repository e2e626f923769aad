package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.nio.file.Path;
import java.util.Map;

/**
 * An archive of class data that holds the application too, from an earlier run without an agent.
 */
final class SharedArchiveHost implements Host {
  @Override
  public String name() {
    return "AppCDS archive";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws Exception {
    Path archive = setting.folder().resolve("app.jsa");
    Map<String, byte[]> classes =
        Map.of(Setting.pathOf(Tenant.class), Setting.bytesOf(Tenant.class));
    Path jar = JarFiles.write(setting.folder().resolve("app.jar"), Map.of(), classes);
    try (SpawnedJvm first =
        tenantIn(jar)
            .jvm(setting.collector().options())
            .jvm("-XX:ArchiveClassesAtExit=" + archive)
            .start()) {
      first.awaitLine("at home");
      first.println("end");
      first.await().succeeded();
    }
    return tenantIn(jar).jvm("-XX:SharedArchiveFile=" + archive, "-Xshare:on"); // or not at all
  }

  private static SpawnedJvm.Builder tenantIn(Path jar) {
    return SpawnedJvm.of(Tenant.class).classPath(jar.toString());
  }
}
