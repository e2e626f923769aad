package dev.heapdrift.agent.owner;

import dev.heapdrift.snapshot.Owner;

/** The way from a root to a container, printable, and walkable again without searching. */
public interface OwnerPath {
  /** Heap that one takes, about, in bytes. */
  long BYTES = 400;

  /** Who holds the container, by names. */
  Owner facts();

  /**
   * What the container's place holds now: the container, or its successor after a copy-on-write
   * swap. Ordinary loads from the root, which keep nothing dead alive. On the agent's thread.
   *
   * @return null when the path no longer leads anywhere, so that the owner has to be searched
   *     again; always null where the path is not {@link #resolvable}
   */
  Object resolve();

  /**
   * Whether the path can be walked again at all. Not so where it begins at a class loader, whom
   * that would keep alive, and where it is very long; such a path is not lost because it leads
   * nowhere.
   */
  default boolean resolvable() {
    return true;
  }
}
