package dev.heapdrift.agent.instances;

import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import java.lang.ref.WeakReference;

/**
 * A live instance, weakly; some 80 bytes.
 *
 * <p>Whether it was collected is asked without keeping it alive. To see that it has ended it must
 * be strengthened, which during concurrent marking keeps the dead alive: so it is looked at when
 * its age has doubled, and soon any marking is shorter than the time between two looks. A thread
 * that runs is a root and may be looked at whenever one likes; one that does not leaves at once.
 */
final class Tracked extends WeakReference<Object> {
  /** Least time between two looks, in ms. */
  private static final long LOOK_MILLIS = 1000;

  final Group group;
  final InstanceReader reader;
  final long bytes;

  /** Instances that it counts for, itself among them. */
  final int standsFor;

  private final long madeMillis;
  private final long madeEpoch;
  private long dueMillis;

  Tracked(Object instance, int standsFor, Group group, InstanceReader reader, Now now) {
    super(instance);
    this.standsFor = standsFor;
    this.group = group;
    this.reader = reader;
    this.bytes = reader.bytesOf(instance);
    this.madeMillis = now.uptimeMillis();
    this.madeEpoch = now.gcEpoch();
    this.dueMillis = now.uptimeMillis() + LOOK_MILLIS;
  }

  /** JVM uptime in ms at which it was noticed. */
  long madeMillis() {
    return madeMillis;
  }

  /** Whether it is known to be live: a thread, or what a collection has left alive. */
  boolean tested(Now now) {
    return group.kind() == Kind.THREAD || now.gcEpoch() > madeEpoch;
  }

  /** Whether it was collected, or says that it has ended. */
  boolean ended(Now now) {
    if (refersTo(null)) {
      return true;
    }
    if (now.uptimeMillis() < dueMillis) {
      return false;
    }
    long age = group.kind() == Kind.THREAD ? 0 : now.uptimeMillis() - madeMillis;
    dueMillis = now.uptimeMillis() + Math.max(LOOK_MILLIS, age);
    Object instance = get();
    return instance == null || reader.ended(instance);
  }
}
