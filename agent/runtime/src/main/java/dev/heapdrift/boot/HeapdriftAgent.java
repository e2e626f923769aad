package dev.heapdrift.boot;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Enumeration;

/**
 * Starts heapdrift in this JVM, by {@code -javaagent} or by attaching.
 *
 * <p>Whatever goes wrong costs the application nothing but one line on stderr.
 */
public final class HeapdriftAgent {

  private static final String MAIN = "dev.heapdrift.agent.AgentMain";

  /** Where an agent that runs can be asked, by its name in java.base. */
  private static final String DOOR = "java.lang.HeapdriftDoor1";

  /** What a command begins with, which stands in place of options. */
  private static final String COMMAND = "control ";

  private HeapdriftAgent() {}

  /**
   * Called by the JVM before the application's main method, on the main thread.
   *
   * @param options {@code key=value,key=value}, or null
   * @param instrumentation the JVM's services for agents
   */
  public static void premain(String options, Instrumentation instrumentation) {
    try {
      File own = ownJar();
      // a folder, where the entry stands on the class path of a build or an IDE as well
      start(own.isFile() ? own : newestJar(), options, instrumentation);
    } catch (Throwable problem) {
      complain(problem);
    }
  }

  /**
   * Called by the JVM when the agent is attached, on the attach listener's thread.
   *
   * @param options {@code key=value,key=value}, or null; or a command
   * @param instrumentation the JVM's services for agents
   */
  public static void agentmain(String options, Instrumentation instrumentation) {
    try {
      if (options == null || !options.startsWith(COMMAND) || !taken(options)) {
        start(newestJar(), options, instrumentation);
      }
    } catch (Throwable problem) {
      complain(problem);
    }
  }

  /** Hands a command to the agent that runs; where none does, another one is to answer it. */
  private static boolean taken(String command) throws ReflectiveOperationException {
    try {
      return Class.forName(DOOR, false, null)
              .getMethod("control", String.class, Object.class)
              .invoke(null, "command", command)
          != null;
    } catch (ClassNotFoundException noAgentEver) {
      return false;
    }
  }

  private static void start(File jar, String options, Instrumentation instrumentation)
      throws Throwable {
    ClassLoader runtime = new RuntimeLoader(jar);
    try {
      Class.forName(MAIN, true, runtime)
          .getMethod("start", String.class, Instrumentation.class, ClassLoader.class)
          .invoke(null, options, instrumentation, runtime);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The jar that this class comes from. */
  static File ownJar() throws URISyntaxException {
    URL jar = HeapdriftAgent.class.getProtectionDomain().getCodeSource().getLocation();
    return new File(jar.toURI());
  }

  /**
   * The agent jar that was attached last. An earlier attach has loaded this class from its own jar,
   * and the JVM calls that class again for every later one.
   */
  private static File newestJar() throws IOException, URISyntaxException {
    String self = HeapdriftAgent.class.getName().replace('.', '/').concat(".class");
    File newest = ownJar();
    Enumeration<URL> places = ClassLoader.getSystemResources(self);
    while (places.hasMoreElements()) {
      if (places.nextElement().openConnection() instanceof JarURLConnection place) {
        newest = new File(URI.create(place.getJarFileURL().toString()));
      }
    }
    return newest;
  }

  /** Prints one line; a bad option, which is an IllegalArgumentException, without its type. */
  private static void complain(Throwable problem) {
    try {
      boolean explained =
          problem instanceof IllegalArgumentException && problem.getMessage() != null;
      String what = explained ? problem.getMessage() : problem.toString();
      System.err.println(
          "heapdrift: " + what.replace('\n', ' ') + "; the application runs without it");
    } catch (Throwable outOfEverything) {
      return; // not even a line can be printed: the application must still run
    }
  }
}
