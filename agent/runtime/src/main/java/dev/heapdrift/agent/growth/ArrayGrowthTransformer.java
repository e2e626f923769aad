package dev.heapdrift.agent.growth;

import dev.heapdrift.agent.door.OwnLoaders;
import dev.heapdrift.hooks.Door;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/**
 * Hooks the arrays of application classes as these load, for containers that the JDK does not know:
 * stores of arrays into fields outside constructors, swaps through atomic references and field
 * updaters, and copies that go elsewhere.
 *
 * <p>Runs on the thread that loads a class, inside the door's guard; never throws, and leaves a
 * class that it cannot hook as it is.
 */
public final class ArrayGrowthTransformer implements ClassFileTransformer, AutoCloseable {
  private static final String BOOT = "dev/heapdrift/boot/";

  private final Instrumentation instrumentation;
  private final BiConsumer<ClassLoader, ClassReader> onLoad;
  private final OwnLoaders own;
  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
  private final DoorSight sight = new DoorSight();
  private final AtomicInteger hooked = new AtomicInteger();

  /** Hashes of the names of hooked classes: all that taking the hooks out needs to know. */
  private final Set<Integer> hookedNames = ConcurrentHashMap.newKeySet();

  private final AtomicInteger failed = new AtomicInteger();

  /**
   * Creates a transformer that is not installed yet.
   *
   * @param onLoad told of each application class, hooked or not, with its defining loader
   * @param own the loader of the agent, whose classes are left alone; null for none
   */
  ArrayGrowthTransformer(
      Instrumentation instrumentation,
      BiConsumer<ClassLoader, ClassReader> onLoad,
      ClassLoader own) {
    this.instrumentation = instrumentation;
    this.onLoad = onLoad;
    this.own = new OwnLoaders(own);
  }

  /**
   * Hooks all application classes that load from now on.
   *
   * @param onLoad told of each of them, hooked or not, with its defining loader; on the loading
   *     thread, inside the door's guard
   */
  public static ArrayGrowthTransformer install(
      Instrumentation instrumentation, BiConsumer<ClassLoader, ClassReader> onLoad) {
    ArrayGrowthTransformer transformer =
        new ArrayGrowthTransformer(
            instrumentation, onLoad, ArrayGrowthTransformer.class.getClassLoader());
    transformer.sight.sees(transformer.own.agent());
    instrumentation.addTransformer(transformer, true);
    return transformer;
  }

  /** Application classes hooked. */
  public int hooked() {
    return hooked.get();
  }

  /** Application classes left as they were because hooking them failed. */
  public int failed() {
    return failed.get();
  }

  /** Whether classes of {@code loader} find the door. */
  public boolean seesDoor(ClassLoader loader) {
    return sight.sees(loader);
  }

  /** Class loaders whose classes are not hooked because they do not find the door. */
  public int blindLoaders() {
    return sight.blind();
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] bytes) {
    if (!mayHook(module, loader, className)) {
      return null;
    }
    boolean entered = Door.enter();
    try {
      ClassReader reader = new ClassReader(bytes);
      onLoad.accept(loader, reader);
      byte[] changed = ArrayHooker.hook(reader);
      if (changed == null || !sight.sees(loader)) {
        return null;
      }
      hooked.incrementAndGet();
      hookedNames.add(className.replace('/', '.').hashCode());
      return changed;
    } catch (Throwable t) {
      failed.incrementAndGet(); // damaged, newer than ASM or too large: the JVM gets it as it is
      return null;
    } finally {
      if (entered) {
        Door.exit();
      }
    }
  }

  /**
   * The application classes that were loaded before the transformer was installed. Each step hooks
   * some of them, and tells of them as of any other.
   *
   * @param initialized whether a class is; others are left alone, for retransforming links a class
   */
  public LoadedClasses loadedBefore(Predicate<Class<?>> initialized) {
    return LoadedClasses.of(instrumentation, new LoadedBefore(initialized));
  }

  /** Not a lambda, for the first one of a JVM costs more than all the hooks. */
  private final class LoadedBefore implements Predicate<Class<?>> {
    private final Predicate<Class<?>> initialized;

    LoadedBefore(Predicate<Class<?>> initialized) {
      this.initialized = initialized;
    }

    @Override
    public boolean test(Class<?> c) {
      return mayHook(c.getModule(), c.getClassLoader(), c.getName().replace('.', '/'))
          && initialized.test(c);
    }
  }

  /** Stops hooking and takes all hooks out. */
  @Override
  public void close() {
    instrumentation.removeTransformer(this);
    LoadedClasses hookedNow =
        LoadedClasses.of(
            instrumentation,
            c -> c.getClassLoader() != null && hookedNames.contains(c.getName().hashCode()));
    hookedNow.all();
  }

  private boolean mayHook(Module module, ClassLoader loader, String className) {
    return loader != null
        && loader != platform
        && !own.have(loader)
        && className != null
        && !className.startsWith(BOOT)
        && !ofTheJdk(module);
  }

  /** Compilers and tools of the JDK live in the application's loader. */
  private static boolean ofTheJdk(Module module) {
    String name = module == null ? null : module.getName();
    return name != null && (name.startsWith("jdk.") || name.startsWith("java."));
  }
}
