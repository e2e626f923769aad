package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An OSGi framework with two bundles, each of which has the tenant's class for itself. */
final class BundlesHost implements Host {
  private static final List<String> BUNDLES = List.of("one", "two");

  /** From then on the JVM warns of what Felix does with {@code sun.misc.Unsafe}, unless told so. */
  private static final int FIRST_JDK_THAT_WARNS = 24;

  private static final String NO_WARNING = "--sun-misc-unsafe-memory-access=allow";

  @Override
  public String name() {
    return "Apache Felix (OSGi) with two bundles";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws Exception {
    Path felix = Setting.library("org.apache.felix.framework.jar");
    for (String bundle : BUNDLES) {
      JarFiles.write(
          setting.folder().resolve(bundle),
          Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", bundle),
          Map.of(Setting.pathOf(Tenant.class), Setting.bytesOf(Tenant.class)));
    }
    return SpawnedJvm.of(Program.class)
        .classPath(setting.serverClassPath(Program.class, felix))
        .jvm(warns() ? new String[] {NO_WARNING} : new String[0])
        .arguments(setting.folder().toString())
        .arguments(BUNDLES.toArray(String[]::new));
  }

  private static boolean warns() {
    return Runtime.version().feature() >= FIRST_JDK_THAT_WARNS;
  }

  /** Starts the framework and the bundles. */
  static final class Program {
    private static final String TENANT = "com.example.tenant.Tenant";

    private Program() {}

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[0]);
      Object factory =
          Class.forName("org.apache.felix.framework.FrameworkFactory")
              .getConstructor()
              .newInstance();
      Map<String, String> configuration =
          Map.of("org.osgi.framework.storage", folder.resolve("storage").toString());
      Object framework = ServerProgram.call(factory, "newFramework", configuration);
      ServerProgram.call(framework, "start");
      Object context = ServerProgram.call(framework, "getBundleContext");
      List<Class<?>> tenants = new ArrayList<>();
      for (int i = 1; i < args.length; i++) {
        String location = folder.resolve(args[i]).toUri().toString();
        Object bundle = ServerProgram.call(context, "installBundle", location);
        ServerProgram.call(bundle, "start");
        tenants.add((Class<?>) ServerProgram.call(bundle, "loadClass", TENANT));
      }
      ServerProgram.house(tenants);
      ServerProgram.call(framework, "stop");
    }
  }
}
