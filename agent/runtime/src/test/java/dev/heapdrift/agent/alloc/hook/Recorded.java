package dev.heapdrift.agent.alloc.hook;

import dev.heapdrift.agent.alloc.AllocationSite;
import dev.heapdrift.agent.alloc.SiteTable;
import dev.heapdrift.hooks.Allocations;
import java.util.ArrayList;
import java.util.List;

/** Hears of the allocations of one thread, and keeps the objects. */
final class Recorded extends Allocations.Recorder implements AutoCloseable {
  final SiteTable sites = new SiteTable();
  private final Thread thread = Thread.currentThread();
  private final List<Made> all = new ArrayList<>();

  /** An object and the site that told of it. */
  record Made(Object object, AllocationSite site) {}

  Recorded() {
    Allocations.recorder(this);
  }

  /** What was made since the last call. */
  List<Made> take() {
    List<Made> taken = List.copyOf(all);
    all.clear();
    return taken;
  }

  /** Types of what was made since the last call. */
  List<String> takeTypes() {
    return take().stream().map(made -> made.object().getClass().getTypeName()).toList();
  }

  @Override
  public void object(Object made, int site) {
    if (made.getClass().isArray()) {
      throw new AssertionError("an array is shown as an object");
    }
    add(made, site);
  }

  @Override
  public void array(Object made, int kind, int length, int site) {
    add(made, site);
  }

  private void add(Object made, int site) {
    if (Thread.currentThread() == thread) {
      all.add(new Made(made, sites.get(site)));
    }
  }

  @Override
  public void close() {
    Allocations.recorder(null);
  }
}
