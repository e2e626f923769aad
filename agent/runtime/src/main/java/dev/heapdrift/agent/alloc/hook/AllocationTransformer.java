package dev.heapdrift.agent.alloc.hook;

import dev.heapdrift.agent.alloc.SiteTable;
import dev.heapdrift.agent.alloc.hook.ClassHooker.Origin;
import dev.heapdrift.agent.door.OwnLoaders;
import dev.heapdrift.hooks.Door;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;

/**
 * Hooks the allocations of classes as they load or are retransformed.
 *
 * <p>Runs on the thread that loads a class, inside the door's guard; never throws, and leaves a
 * class that it cannot hook as it is.
 */
final class AllocationTransformer implements ClassFileTransformer {
  private static final String[] OURS = {
    "dev/heapdrift/boot/", "dev/heapdrift/api/", "dev/heapdrift/junit/"
  };

  private final SiteTable sites;
  private final Predicate<String> counts;
  private final Predicate<ClassLoader> seesDoor;
  private final OwnLoaders own;
  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
  private final Unhooked unhooked = new Unhooked();
  private final AtomicInteger hooked = new AtomicInteger();
  private volatile BitSet retired = new BitSet();

  /**
   * Creates a transformer that is not installed yet.
   *
   * @param counts whether a class of the application, by its binary name, is to be hooked
   * @param seesDoor whether classes of a loader find the door
   * @param own the loader of the agent, whose classes are left alone; null for none
   */
  AllocationTransformer(
      SiteTable sites, Predicate<String> counts, Predicate<ClassLoader> seesDoor, ClassLoader own) {
    this.sites = sites;
    this.counts = counts;
    this.seesDoor = seesDoor;
    this.own = new OwnLoaders(own);
  }

  /** Sites to leave without a hook from now on; the set must not change any more. */
  void retire(BitSet numbers) {
    retired = numbers;
  }

  /** Classes hooked, each time they were. */
  int hooked() {
    return hooked.get();
  }

  Unhooked unhooked() {
    return unhooked;
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
    boolean jdk = ofTheJdk(module, loader);
    return hook(loader, className, bytes, jdk ? Origin.JDK : Origin.APPLICATION);
  }

  /** A hidden class with its hooks, or null when it is to stay as it is. */
  byte[] transformHidden(Class<?> host, byte[] bytes) {
    String hostName = host.getName().replace('.', '/');
    String name = new ClassReader(bytes).getClassName();
    boolean wanted =
        mayHook(host.getModule(), host.getClassLoader(), hostName) && !DangerousClasses.has(name);
    return wanted ? hook(host.getClassLoader(), name, bytes, Origin.HIDDEN) : null;
  }

  private byte[] hook(ClassLoader loader, String className, byte[] bytes, Origin origin) {
    boolean entered = Door.enter();
    try {
      byte[] changed = new ClassHooker(sites, retired, unhooked).hook(loader, bytes, origin);
      if (changed == null || (loader != null && !seesDoor.test(loader))) {
        return null;
      }
      hooked.incrementAndGet();
      return changed;
    } catch (Throwable t) {
      unhooked.add(Unhooked.Reason.DAMAGED, className.replace('/', '.'));
      return null;
    } finally {
      if (entered) {
        Door.exit();
      }
    }
  }

  /** Whether allocations of such a class are wanted. */
  boolean mayHook(Module module, ClassLoader loader, String className) {
    if (className == null
        || own.have(loader)
        || leftAlone(className)) { // also where it is not the JDK's loader: generated accessors
      return false;
    }
    if (ofTheJdk(module, loader)) {
      return true;
    }
    for (String ours : OURS) {
      if (className.startsWith(ours)) {
        return false;
      }
    }
    return counts.test(className.replace('/', '.'));
  }

  private static boolean leftAlone(String className) {
    return DangerousClasses.has(className) && AllocatingCalls.onlyMethod(className) == null;
  }

  /** Compilers and tools of the JDK live in the application's loader. */
  boolean ofTheJdk(Module module, ClassLoader loader) {
    String name = module == null ? null : module.getName();
    return loader == null
        || loader == platform
        || (name != null && (name.startsWith("jdk.") || name.startsWith("java.")));
  }
}
