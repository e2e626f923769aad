package dev.heapdrift.agent;

import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.control.Command;
import dev.heapdrift.agent.door.DoorInstaller;
import dev.heapdrift.agent.growth.ArrayGrowthTransformer;
import dev.heapdrift.agent.growth.JdkHooks;
import dev.heapdrift.agent.growth.LoadedClasses;
import dev.heapdrift.agent.growth.Rehearsal;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.heap.Heap;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.agent.options.Level;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.hooks.DoorInstances;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/**
 * Installs the agent. Called by reflection from {@code dev.heapdrift.boot}, on the thread that runs
 * premain or agentmain; budget 150 ms. Whatever is slow is left to {@link AgentLoop}.
 */
public final class AgentMain {

  /** Without it nothing tells of collections. An application that is a module may lack it. */
  private static final String NEEDED = "jdk.management";

  private AgentMain() {}

  /**
   * Reads the options, opens the door, hooks the JDK's classes and starts the agent's thread. An
   * agent that runs already is left as it is; a {@link Command} is handed to it.
   *
   * @param arguments what stood behind {@code -javaagent:heapdrift-agent.jar=}, or null
   * @param instrumentation the JVM's
   * @param runtimeLoader loader of the agent's own classes
   * @throws IOException when the agent jar is damaged
   * @throws ReflectiveOperationException when the JVM refuses the door
   * @throws IllegalArgumentException when an option is wrong, with one line that says which
   */
  public static void start(
      String arguments, Instrumentation instrumentation, ClassLoader runtimeLoader)
      throws IOException, ReflectiveOperationException {
    if (arguments != null && arguments.startsWith(Command.MARK)) {
      Launch.handle(arguments, instrumentation);
    } else if (!launch(arguments, instrumentation)) {
      System.err.println("heapdrift: an agent watches this JVM already; it goes on as it is");
    }
  }

  /** Starts the agent; false when one runs already, and goes on as it is. */
  static boolean launch(String arguments, Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    long begin = System.nanoTime();
    AgentOptions options = AgentOptions.read(arguments);
    for (String line : options.notSeen()) {
      System.err.println("heapdrift: " + line);
    }
    if (options.level() == Level.OFF) {
      return true;
    }
    if (ModuleLayer.boot().findModule(NEEDED).isEmpty()) {
      throw new IllegalArgumentException(
          "this JVM runs without the module "
              + NEEDED
              + ", --add-modules "
              + NEEDED
              + " brings it");
    }
    if (DoorInstaller.occupied()) {
      return false;
    }
    Rehearsal.begin();
    DoorInstaller.install(instrumentation);
    boolean entered = Door.enter(); // what we make or make grow is nobody's leak
    try {
      AgentLoop.start(install(options, options.level(), instrumentation, begin));
      return true;
    } finally {
      if (entered) {
        Door.exit();
      }
    }
  }

  /** Puts the hooks in. On the thread of premain or agentmain, or, after a rest, on the agent's. */
  static Installation install(
      AgentOptions options, Level level, Instrumentation instrumentation, long begin) {
    FieldNames fieldNames = new FieldNames();
    JdkHooks jdk = JdkHooks.install(instrumentation);
    ArrayGrowthTransformer arrays =
        ArrayGrowthTransformer.install(instrumentation, new Recorder(fieldNames));
    Initialized initialized = new Initialized(Heap.open());
    LoadedClasses loadedBefore = arrays.loadedBefore(initialized);
    Tracing tracing = new Tracing(instrumentation, options, new SeesDoor(arrays), initialized);
    if (level != Level.WATCH) {
      tracing.level(level);
    }
    Door.open(true);
    Door.refill(AgentLoop.CAPTURES_PER_TICK);
    DoorInstances.refill(AgentLoop.INSTANCES_PER_TICK, AgentLoop.INSTANCES_SAVED);
    long nanos = System.nanoTime() - begin;
    return new Installation(
        options, instrumentation, fieldNames, jdk, arrays, loadedBefore, tracing, nanos);
  }

  /** Not lambdas, for the first one of a JVM costs more than all the hooks. */
  private record SeesDoor(ArrayGrowthTransformer arrays) implements Predicate<ClassLoader> {
    @Override
    public boolean test(ClassLoader loader) {
      return arrays.seesDoor(loader);
    }
  }

  private record Initialized(Heap heap) implements Predicate<Class<?>> {
    @Override
    public boolean test(Class<?> c) {
      return heap.initialized(c);
    }
  }

  private record Recorder(FieldNames names) implements BiConsumer<ClassLoader, ClassReader> {
    @Override
    public void accept(ClassLoader loader, ClassReader reader) {
      names.record(loader, reader);
    }
  }
}
