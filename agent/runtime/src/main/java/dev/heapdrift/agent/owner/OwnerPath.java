package dev.heapdrift.agent.owner;

import dev.heapdrift.snapshot.Owner;

/** The way from a root to a container, printable, and walkable again without searching. */
public interface OwnerPath {

  /** Who holds the container, by names. */
  Owner facts();

  /**
   * What the container's place holds now: the container, or its successor after a copy-on-write
   * swap. Ordinary loads from the root, which keep nothing dead alive. On the agent's thread.
   *
   * @return null when the path no longer leads anywhere; then the owner has to be searched again
   */
  Object resolve();
}
