package dev.heapdrift.agent.zoom;

import dev.heapdrift.agent.zoom.CallRewriter.Chooser;
import dev.heapdrift.snapshot.Frame;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class of the application whose calls are counted. What is counted is decided on the agent's
 * thread; when another agent retransforms the class on its own, the same sites are put in again.
 */
final class ZoomedClass {
  private final WeakReference<Class<?>> type;
  private final Set<Watched> watched = new HashSet<>();
  private volatile Map<Site.Key, Site> sites = Map.of();
  private volatile boolean off;

  ZoomedClass(Class<?> type) {
    this.type = new WeakReference<>(type);
  }

  boolean is(Class<?> c) {
    return type.refersTo(c);
  }

  /** The class, or null when it was unloaded. */
  Class<?> type() {
    return type.get();
  }

  void watch(Watched container) {
    watched.add(container);
  }

  /** Stops looking for a container; true when none is left. */
  boolean forget(Watched container) {
    return watched.remove(container) && watched.isEmpty();
  }

  /** Leaves the class alone from now on. */
  void switchOff() {
    off = true;
  }

  boolean isOff() {
    return off;
  }

  Map<Site.Key, Site> sites() {
    return sites;
  }

  /** The class with the sites that were decided on, or null for none. */
  byte[] again(byte[] bytes) {
    return CallRewriter.rewrite(bytes, new Decided(sites));
  }

  /** Decides which calls are counted for which container, and puts them in. */
  byte[] decide(byte[] bytes, LoadedTypes types, SiteTable table) {
    Decision decision = new Decision(types, table, new HashMap<>(sites));
    byte[] changed = CallRewriter.rewrite(bytes, decision);
    sites = Map.copyOf(decision.sites);
    return changed;
  }

  /** The sites of an earlier decision. */
  private record Decided(Map<Site.Key, Site> sites) implements Chooser {
    @Override
    public Site call(ClassNode in, MethodNode method, int line, MethodInsnNode call) {
      return sites.get(new Site.Key(method.name, line, call.name));
    }

    @Override
    public Site entry(ClassNode in, MethodNode method) {
      return sites.get(entryKey(method));
    }
  }

  private static Site.Key entryKey(MethodNode method) {
    return Site.Key.entry(method.name, CallRewriter.firstLine(method));
  }

  /** What decisions rest on, and the sites that they lead to. */
  private final class Decision implements Chooser {
    private final LoadedTypes types;
    private final SiteTable table;
    private final Map<Site.Key, Site> sites;

    Decision(LoadedTypes types, SiteTable table, Map<Site.Key, Site> sites) {
      this.types = types;
      this.table = table;
      this.sites = sites;
    }

    @Override
    public Site call(ClassNode in, MethodNode method, int line, MethodInsnNode call) {
      Site.Key key = new Site.Key(method.name, line, call.name);
      for (Watched container : watched) {
        boolean inStack = inStack(container.plan(), in, method, key, call);
        Use use = inStack ? Use.INSERTION : container.calls().use(call.name);
        Counting counting = use == null ? Counting.NOT : counting(container, inStack, call, types);
        Site site = counting == Counting.NOT ? null : site(key, frame(in, key), use);
        if (site != null) {
          site.tells |= CallRewriter.tells(call);
          site.count(container, counting == Counting.BY_RECEIVER);
        }
      }
      return sites.get(key);
    }

    @Override
    public Site entry(ClassNode in, MethodNode method) {
      Site.Key key = entryKey(method);
      String className = in.name.replace('/', '.');
      for (Watched container : watched) {
        for (Frame inserter : container.plan().inserters()) {
          if (inserter.className().equals(className) && isCounterpart(in, method, inserter)) {
            Site site = site(key, frame(in, key), Use.COUNTERPART);
            if (site != null) {
              container.counterpart(inserter, site.count(container, false));
            }
          }
        }
      }
      return sites.get(key);
    }

    private Site site(Site.Key key, Frame frame, Use use) {
      return sites.computeIfAbsent(key, k -> table.create(frame, k.callee(), use));
    }
  }

  /** Whether a method is the likeliest counterpart of an inserting one of the same class. */
  private static boolean isCounterpart(ClassNode in, MethodNode method, Frame inserter) {
    for (String name : Counterparts.of(inserter.methodName())) {
      for (MethodNode candidate : in.methods) {
        if (candidate.name.equals(name)) {
          return method.name.equals(name);
        }
      }
    }
    return false;
  }

  /**
   * Whether a growth stack shows the call: by name, or as the call of an interface in a line that
   * calls nothing of the shown name, for stacks leave out the frames of lambdas and method
   * references.
   */
  private static boolean inStack(
      GrowthPlan plan, ClassNode in, MethodNode method, Site.Key key, MethodInsnNode call) {
    String name = in.name.replace('/', '.');
    if (plan.calls().contains(new GrowthPlan.Call(name, key.method(), key.line(), call.name))) {
      return true;
    }
    return call.getOpcode() == Opcodes.INVOKEINTERFACE
        && plan.showsOtherCall(
            name, key.method(), key.line(), CallRewriter.callees(method, key.line()));
  }

  private enum Counting {
    NOT,
    BY_RECEIVER,
    BY_CALL
  }

  private Counting counting(
      Watched container, boolean inStack, MethodInsnNode call, LoadedTypes types) {
    ContainerCalls calls = container.calls();
    Class<?> loaded = type();
    Class<?> receiver =
        call.owner.startsWith("[") || loaded == null
            ? null
            : types.seenBy(loaded.getClassLoader(), Type.getObjectType(call.owner).getClassName());
    if (receiver != null && calls.mayBeContainer(receiver)) {
      return Counting.BY_RECEIVER;
    }
    boolean variable = receiver != null && calls.isItsVariable(receiver);
    return inStack || variable ? Counting.BY_CALL : Counting.NOT;
  }

  private static Frame frame(ClassNode in, Site.Key key) {
    return new Frame(in.name.replace('/', '.'), key.method(), in.sourceFile, key.line());
  }
}
