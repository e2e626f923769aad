package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tomcat with two web applications, each of which has the tenant's class for itself. */
final class WebAppsHost implements Host {
  private static final List<String> APPS = List.of("one", "two");

  @Override
  public String name() {
    return "Tomcat with two web applications";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws Exception {
    Path tomcat = Setting.library("tomcat-embed-core.jar");
    Path annotations = Setting.library("tomcat-annotations-api.jar");
    for (String app : APPS) {
      Setting.copy(Tenant.class, setting.folder().resolve(app).resolve("WEB-INF/classes"));
    }
    return SpawnedJvm.of(Program.class)
        .classPath(setting.serverClassPath(Program.class, tomcat, annotations))
        .arguments(setting.folder().toString())
        .arguments(APPS.toArray(String[]::new));
  }

  /** Tomcat's own lines are none of ours. */
  @Override
  public boolean mayComplain(List<String> lines) {
    return Host.isAboutOthers(lines);
  }

  /** Starts Tomcat and the applications. */
  static final class Program {
    private static final String TENANT = "com.example.tenant.Tenant";

    private Program() {}

    public static void main(String[] args) throws Exception {
      Object tomcat =
          Class.forName("org.apache.catalina.startup.Tomcat").getConstructor().newInstance();
      ServerProgram.call(tomcat, "setBaseDir", args[0]);
      ServerProgram.call(tomcat, "setPort", 0);
      List<Object> contexts = new ArrayList<>();
      for (String app : Arrays.asList(args).subList(1, args.length)) {
        String base = args[0] + File.separator + app;
        contexts.add(ServerProgram.call(tomcat, "addContext", "/" + app, base));
      }
      ServerProgram.call(tomcat, "getConnector");
      ServerProgram.call(tomcat, "start");
      List<Class<?>> tenants = new ArrayList<>();
      for (Object context : contexts) {
        Object loader =
            ServerProgram.call(ServerProgram.call(context, "getLoader"), "getClassLoader");
        tenants.add(Class.forName(TENANT, true, (ClassLoader) loader));
      }
      ServerProgram.house(tenants);
      ServerProgram.call(tomcat, "stop");
    }
  }
}
