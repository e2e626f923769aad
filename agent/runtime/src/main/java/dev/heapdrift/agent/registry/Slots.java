package dev.heapdrift.agent.registry;

import dev.heapdrift.agent.owner.OwnerPath;

/**
 * Keeps a series with its owner slot when the container in the slot is replaced: copy-on-write
 * maps, persistent collections and swaps of a {@code volatile} field change identity all the time.
 *
 * <p>The entry that is there first keeps its number and its series; the entry of the successor, if
 * it was noticed by itself, is merged into it. Belongs to the agent's thread.
 */
final class Slots {
  private final EntryIndex index;
  private final ContainerType.Table types;
  private final TimeAxis axis;

  Slots(EntryIndex index, ContainerType.Table types, TimeAxis axis) {
    this.index = index;
    this.types = types;
    this.axis = axis;
  }

  /** A dead container's entry continues with the successor, or goes. */
  void settle(Entry dead) {
    if (!dead.removed() && held(dead) == null) {
      remove(dead);
    }
  }

  /**
   * What the entry's slot holds now, after adopting it where it is a successor.
   *
   * @return null when the entry has no path, its path leads to nothing that could belong to it, or
   *     the entry was merged into an older one
   */
  Object held(Entry entry) {
    OwnerPath path = entry.path();
    if (path == null || !path.resolvable()) {
      return null;
    }
    Object held = path.resolve();
    if (held == null) {
      if (entry.pathLost()) {
        entry.path(null);
      }
      return null;
    }
    if (!entry.is(held)) {
      if (!succeeds(entry, held, path)) {
        entry.path(null);
        return null;
      }
      adopt(entry, held);
    }
    entry.pathHeld();
    return entry.removed() ? null : held;
  }

  /** Takes an entry out of the registry. */
  void remove(Entry entry) {
    index.remove(entry);
    entry.remove();
  }

  /**
   * A container that still lives is given up for its successor only where the path ends in a field:
   * an element may just have moved within what holds it.
   */
  private boolean succeeds(Entry entry, Object held, OwnerPath path) {
    boolean vacant = entry.dead() || path.facts().holder() != null;
    return vacant && entry.type().succeededBy(types.of(held.getClass()));
  }

  private void adopt(Entry entry, Object held) {
    Entry known = index.find(held, e -> e != entry && e.sameField(entry.grownField()));
    if (known == null) {
      rehold(entry, held);
    } else if (entry.id() < known.id()) {
      remove(known);
      entry.series().absorb(known.series(), axis);
      rehold(entry, held);
    } else {
      remove(entry);
      known.series().absorb(entry.series(), axis);
      known.path(entry.path());
    }
  }

  private void rehold(Entry entry, Object held) {
    index.remove(entry); // it is filed under the identity of what it held
    entry.hold(held);
    index.add(entry);
  }
}
