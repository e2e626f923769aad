package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Spring Boot's executable jar: its loader at the root, the application in a jar in the jar. */
final class NestedJarHost implements Host {
  @Override
  public String name() {
    return "Spring Boot's nested jar";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws Exception {
    Path inner =
        JarFiles.write(
            setting.folder().resolve("tenant.jar"),
            Map.of(),
            Map.of(Setting.pathOf(Tenant.class), Setting.bytesOf(Tenant.class)));
    Map<String, byte[]> entries = classesOf(Setting.library("spring-boot-loader.jar"));
    entries.put("BOOT-INF/classes/", new byte[0]);
    entries.put("BOOT-INF/lib/", new byte[0]);
    entries.put("BOOT-INF/lib/tenant.jar", Files.readAllBytes(inner));
    Map<String, String> manifest =
        Map.of(
            "Main-Class",
            "org.springframework.boot.loader.launch.JarLauncher",
            "Start-Class",
            Tenant.class.getName());
    return SpawnedJvm.ofJar(JarFiles.write(setting.folder().resolve("app.jar"), manifest, entries));
  }

  private static Map<String, byte[]> classesOf(Path jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile in = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : in.stream().filter(e -> e.getName().startsWith("org/")).toList()) {
        entries.put(entry.getName(), in.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }
}
