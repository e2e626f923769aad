package dev.heapdrift.agent.growth;

import dev.heapdrift.agent.heap.LoaderKey;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which class loaders find the door. There are some that filter {@code java.*}; a hooked class of
 * theirs would end in a NoClassDefFoundError.
 *
 * <p>Each loader is asked once, on a thread that is just defining a class with it, and under no
 * lock of ours: it may take its own.
 */
final class DoorSight {
  private static final String NAME = DoorCalls.DOOR.replace('/', '.');

  private final ConcurrentHashMap<Object, Seen> loaders = new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
  private final AtomicInteger blind = new AtomicInteger();

  /** Whether classes of {@code loader} can call the door. */
  boolean sees(ClassLoader loader) {
    Seen known = loaders.get(LoaderKey.probe(loader));
    return known != null ? known.sees : ask(loader);
  }

  /** Loaders found that do not see it, since the start. */
  int blind() {
    return blind.get();
  }

  private boolean ask(ClassLoader loader) {
    for (Object gone = unloaded.poll(); gone != null; gone = unloaded.poll()) {
      loaders.remove(gone);
    }
    Seen asked = new Seen(loader, unloaded); // sees nothing until it has answered: it may recur
    if (loaders.putIfAbsent(asked, asked) != null) {
      return false; // another thread asks just now; one class less is hooked
    }
    try {
      Class<?> door = Class.forName(NAME, false, loader);
      asked.sees = door == dev.heapdrift.hooks.Door.class;
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      asked.sees = false;
    }
    if (!asked.sees) {
      blind.incrementAndGet();
    }
    return asked.sees;
  }

  private static final class Seen extends LoaderKey {
    private volatile boolean sees;

    Seen(ClassLoader loader, ReferenceQueue<ClassLoader> queue) {
      super(loader, queue);
    }
  }
}
