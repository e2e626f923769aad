package dev.heapdrift.agent.heap;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * A class loader as the key of a map, weakly and by identity: its own equals and hashCode are the
 * application's code. The bootstrap loader, null, has a key as well. Safe for any thread.
 */
public class LoaderKey extends WeakReference<ClassLoader> {
  private final int hash;
  private final boolean bootstrap;

  /**
   * Creates a key.
   *
   * @param loader null for the bootstrap loader
   * @param unloaded where the key is found once the loader has gone
   */
  public LoaderKey(ClassLoader loader, ReferenceQueue<ClassLoader> unloaded) {
    super(loader, unloaded);
    this.hash = System.identityHashCode(loader);
    this.bootstrap = loader == null;
  }

  /** What finds the key of a loader, to be thrown away afterwards. */
  public static Object probe(ClassLoader loader) {
    return new Probe(loader);
  }

  private boolean is(ClassLoader loader) {
    return loader == null ? bootstrap : refersTo(loader);
  }

  @Override
  public final int hashCode() {
    return hash;
  }

  /** Equal to itself, and to another about the same loader, if that one lives. */
  @Override
  public final boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof LoaderKey key)) {
      return false;
    }
    ClassLoader mine = get();
    return mine == null ? bootstrap && key.bootstrap : key.is(mine);
  }

  private record Probe(ClassLoader loader) {
    @Override
    public int hashCode() {
      return System.identityHashCode(loader);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof LoaderKey key && key.is(loader);
    }
  }
}
