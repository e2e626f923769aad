package dev.heapdrift.agent.owner;

import dev.heapdrift.snapshot.Owner;

/** A path as a walk found it. Without a slot where it cannot be walked again. */
record RecordedPath(Owner facts, Slot slot) implements OwnerPath {
  @Override
  public Object resolve() {
    return slot == null ? null : slot.load();
  }

  @Override
  public boolean resolvable() {
    return slot != null;
  }
}
