package dev.heapdrift.agent.door;

import dev.heapdrift.hooks.Allocations;
import dev.heapdrift.hooks.Door;
import dev.heapdrift.hooks.DoorInstances;
import dev.heapdrift.hooks.DoorZoom;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;

/**
 * Defines the doors beside {@code java.lang.Object}, where every class loader finds them.
 *
 * <p>The build relocates {@code dev.heapdrift.hooks.Door} to {@code java.lang.HeapdriftDoor1} and
 * {@code dev.heapdrift.hooks.Allocations} to {@code java.lang.HeapdriftAllocations1}, in this
 * class's constants too, so that the rest of the agent calls them as ordinary classes. Appending to
 * the bootstrap class path would do the same but switches class data sharing off.
 */
public final class DoorInstaller {

  /** Name of the door; the build replaces it by the name in java.base. */
  private static final String DOOR = "dev.heapdrift.hooks.Door";

  /** Name of the door for allocations; the build replaces it too. */
  private static final String ALLOCATIONS = "dev.heapdrift.hooks.Allocations";

  /** What every agent answers, whatever else it is doing. */
  public static final String PRESENT = "present";

  /** Each before those that refer to it. */
  private static final String[] CLASSES = {
    DOOR,
    DOOR + "$Growth",
    DOOR + "Guard",
    DOOR + "Zoom$Target",
    DOOR + "Zoom$Site",
    DOOR + "Zoom",
    DOOR + "Instances$Made",
    DOOR + "Instances",
    ALLOCATIONS + "$Recorder",
    ALLOCATIONS,
  };

  private DoorInstaller() {}

  /**
   * Opens {@code java.lang} and {@code jdk.internal.misc} to the agent and makes sure that the
   * doors stand; those that an earlier attach has left are used again.
   *
   * @throws IOException when the agent jar does not hold the door
   * @throws ReflectiveOperationException when the JVM refuses it
   */
  public static void install(Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    openModules(instrumentation);
    Lookup javaLang = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
    for (String name : CLASSES) {
      if (!standing(name)) {
        javaLang.defineClass(bytes(name));
      }
    }
    preload();
  }

  /** Whether another agent is behind the door already, be it at rest or about to leave. */
  public static boolean occupied() {
    return standing(DOOR) && (Door.isOpen() || Door.control(PRESENT, null) != null);
  }

  /**
   * Asks the agent behind the door, which may be of another build.
   *
   * @return its answer, or null when there is none
   */
  public static Object ask(String verb, Object argument) {
    return standing(DOOR) ? Door.control(verb, argument) : null;
  }

  private static void openModules(Instrumentation instrumentation) {
    Set<Module> agent = Set.of(DoorInstaller.class.getModule());
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", agent),
        Map.of("java.lang", agent, "jdk.internal.reflect", agent),
        Set.of(),
        Map.of());
  }

  private static boolean standing(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  private static byte[] bytes(String name) throws IOException {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = DoorInstaller.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the agent jar lacks " + resource);
      }
      return in.readAllBytes();
    }
  }

  /**
   * Runs every path of the door once here, so that no hooked thread loads or links a class for it.
   */
  private static void preload() throws ReflectiveOperationException {
    for (String name : CLASSES) {
      Class.forName(name, true, null);
    }
    Door.open(true);
    Door.refill(1);
    DoorInstances.refill(1, 1);
    Object[] rehearsal = new Object[1024];
    Door.grown(rehearsal, rehearsal.length);
    Door.made(rehearsal, 0);
    DoorZoom.Site site = new DoorZoom.Site();
    site.watch(new DoorZoom.Target[] {new DoorZoom.Target(new WeakReference<>(rehearsal))});
    DoorZoom.sites(new DoorZoom.Site[] {site});
    DoorZoom.calling(rehearsal, 0);
    DoorZoom.returned(site, site, 0);
    Door.open(false);
    Allocations.madeMulti(new int[1][1], 0); // nobody hears it; links what a call links
  }
}
