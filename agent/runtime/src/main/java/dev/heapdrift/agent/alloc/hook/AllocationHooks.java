package dev.heapdrift.agent.alloc.hook;

import dev.heapdrift.agent.alloc.SiteTable;
import dev.heapdrift.agent.growth.LoadedClasses;
import dev.heapdrift.hooks.Allocations;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The hooks behind every allocation of the application and of the JDK. Both doors must stand
 * before: a hook that meets its door unloaded ends the JVM with a ClassCircularityError.
 *
 * <p>Classes that load are hooked at once. Those loaded before, and those whose sites are retired
 * or revived, wait until {@link #step} or {@link #all} retransforms them, in batches of at most 64.
 *
 * <p>Cost, in CPU time of the installing thread, {@link #all} at the start of a small program: 210
 * to 260 ms for 804 loaded classes on JDK 17 (258 hooked, 3,189 sites), 280 to 350 ms for 1,137 on
 * JDK 25 (375 hooked, 4,502 sites). Methods of the JDK may pass HotSpot's inlining limits.
 *
 * <p>Installing, stepping and closing are for one thread; {@link #hooked} and {@link #notSeen} for
 * any.
 */
public final class AllocationHooks implements AutoCloseable {
  private final Instrumentation instrumentation;
  private final SiteTable sites;
  private final AllocationTransformer transformer;
  private final Predicate<Class<?>> initialized;

  /** Classes that were loaded before; what retires meanwhile is known when their turn comes. */
  private final LoadedClasses loadedBefore;

  /** Names of the classes that wait for a change, so that what changes later joins them. */
  private final Set<String> changing = new HashSet<>();

  private boolean caughtUp;
  private LoadedClasses changed; // or null when none waits
  private BitSet retired = new BitSet();

  private AllocationHooks(
      Instrumentation instrumentation,
      SiteTable sites,
      AllocationTransformer transformer,
      Predicate<Class<?>> initialized) {
    this.instrumentation = instrumentation;
    this.sites = sites;
    this.transformer = transformer;
    this.initialized = initialized;
    this.loadedBefore = LoadedClasses.of(instrumentation, new Wanted());
  }

  /**
   * Hooks all classes that load from now on; those loaded before follow with {@link #step}.
   *
   * @param sites gets the sites
   * @param counts whether a class of the application, by its binary name, is to be hooked; classes
   *     of the JDK always are, but for some that would be dangerous
   * @param seesDoor whether classes of a loader find the doors
   * @param initialized whether a class is; others of the application that are loaded already are
   *     left alone, for retransforming links a class
   */
  public static AllocationHooks install(
      Instrumentation instrumentation,
      SiteTable sites,
      Predicate<String> counts,
      Predicate<ClassLoader> seesDoor,
      Predicate<Class<?>> initialized) {
    AllocationTransformer transformer =
        new AllocationTransformer(sites, counts, seesDoor, AllocationHooks.class.getClassLoader());
    return install(instrumentation, sites, transformer, initialized);
  }

  static AllocationHooks install(
      Instrumentation instrumentation,
      SiteTable sites,
      AllocationTransformer transformer,
      Predicate<Class<?>> initialized) {
    instrumentation.addTransformer(transformer, true);
    Allocations.hidden(new HiddenClasses(transformer));
    return new AllocationHooks(instrumentation, sites, transformer, initialized);
  }

  /**
   * Says which sites shall have no hook, all others having one. Takes effect with {@link #step}.
   *
   * @param retiredSites their numbers; copied
   * @return whether anything changes
   */
  public boolean set(BitSet retiredSites) {
    BitSet now = (BitSet) retiredSites.clone();
    BitSet turned = (BitSet) now.clone();
    turned.xor(retired);
    retired = now;
    transformer.retire(now);
    for (int site = turned.nextSetBit(0); site >= 0; site = turned.nextSetBit(site + 1)) {
      changing.add(sites.get(site).className());
    }
    if (!turned.isEmpty()) {
      changed = LoadedClasses.of(instrumentation, new Changing());
    }
    return !turned.isEmpty();
  }

  /**
   * Retransforms at most one batch of the classes whose hooks are to change.
   *
   * @return whether more are waiting
   */
  public boolean step() {
    if (!caughtUp) {
      caughtUp = !loadedBefore.step();
      return !caughtUp || changed != null;
    }
    if (changed != null && !changed.step()) {
      changed = null;
      changing.clear();
    }
    return changed != null;
  }

  /** Retransforms all classes that are waiting, batch after batch. */
  public void all() {
    boolean more = true;
    while (more) {
      more = step();
    }
  }

  /** Classes hooked so far, those counted twice that were retransformed. */
  public int hooked() {
    return transformer.hooked();
  }

  /** Sites that have no hook, or lose it in the round that is under way. */
  public int retired() {
    return retired.cardinality();
  }

  /** What these hooks do not see, one sentence each. */
  public List<String> notSeen() {
    List<String> notSeen = new ArrayList<>(transformer.unhooked().sentences());
    notSeen.add(
        "objects made by native code; objects of the JDK's"
            + " threads, locks, class loading, linking and references");
    return notSeen;
  }

  /** Stops hooking and takes all hooks out. */
  @Override
  public void close() {
    Allocations.hidden(null);
    instrumentation.removeTransformer(transformer);
    LoadedClasses hooked = LoadedClasses.of(instrumentation, new Wanted());
    boolean more = true;
    while (more) {
      more = hooked.step();
    }
  }

  /** Not lambdas, for the first one of a JVM costs more than its batch. */
  private final class Wanted implements Predicate<Class<?>> {
    @Override
    public boolean test(Class<?> c) {
      String name = c.getName().replace('.', '/');
      return transformer.mayHook(c.getModule(), c.getClassLoader(), name)
          && (transformer.ofTheJdk(c.getModule(), c.getClassLoader()) || initialized.test(c));
    }
  }

  private final class Changing implements Predicate<Class<?>> {
    @Override
    public boolean test(Class<?> c) {
      return changing.contains(c.getName());
    }
  }
}
