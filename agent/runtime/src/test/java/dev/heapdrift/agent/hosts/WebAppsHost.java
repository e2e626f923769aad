package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
    Setting.copy(Program.class, setting.folder().resolve("server"));
    List<Path> classPath = List.of(setting.folder().resolve("server"), tomcat, annotations);
    return SpawnedJvm.of(Program.class)
        .classPath(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()))
        .arguments(setting.folder().toString())
        .arguments(APPS.toArray(String[]::new));
  }

  /** Tomcat's own lines are none of ours. */
  @Override
  public boolean mayComplain(List<String> lines) {
    return Host.isAboutOthers(lines);
  }

  /** By reflection, for Tomcat is there in the matrix only. */
  static final class Program {
    private static final String TENANT = "com.example.tenant.Tenant";

    private Program() {}

    public static void main(String[] args) throws Exception {
      Object tomcat =
          Class.forName("org.apache.catalina.startup.Tomcat").getConstructor().newInstance();
      call(tomcat, "setBaseDir", args[0]);
      call(tomcat, "setPort", 0);
      List<Object> contexts = new ArrayList<>();
      for (String app : Arrays.asList(args).subList(1, args.length)) {
        contexts.add(call(tomcat, "addContext", "/" + app, args[0] + File.separator + app));
      }
      call(tomcat, "getConnector");
      call(tomcat, "start");
      List<Class<?>> tenants = new ArrayList<>();
      for (Object context : contexts) {
        ClassLoader loader = (ClassLoader) call(call(context, "getLoader"), "getClassLoader");
        tenants.add(Class.forName(TENANT, true, loader));
      }
      for (Class<?> tenant : tenants) {
        tenant.getMethod("moveIn").invoke(null);
      }
      System.out.println("at home");
      System.in.read();
      for (Class<?> tenant : tenants) {
        System.out.println(tenant.getMethod("moveOut").invoke(null));
      }
      call(tomcat, "stop");
    }

    private static Object call(Object target, String name, Object... arguments) throws Exception {
      Method method =
          Stream.of(target.getClass().getMethods())
              .filter(m -> m.getName().equals(name))
              .filter(m -> fits(m.getParameterTypes(), arguments))
              .findFirst()
              .orElseThrow(() -> new NoSuchMethodException(name));
      return method.invoke(target, arguments);
    }

    private static boolean fits(Class<?>[] types, Object[] arguments) {
      if (types.length != arguments.length) {
        return false;
      }
      for (int i = 0; i < types.length; i++) {
        if (!types[i].isInstance(arguments[i]) && types[i] != int.class) {
          return false;
        }
      }
      return true;
    }
  }
}
