package dev.heapdrift.agent.zoom;

import dev.heapdrift.hooks.DoorZoom;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Calls on one container at one site.
 *
 * <p>Direct ones are told by the identity of the receiver. Where the receiver is no container at
 * all (a registry of the JDK, a thread-local variable), all calls of the line are counted instead;
 * these say nothing about one container being alive.
 */
final class SiteCount {
  private final Watched watched;
  private final Site site;
  private final boolean direct;
  private final long othersBefore;
  private final List<DoorZoom.Target> targets = new ArrayList<>();
  private final Set<DoorZoom.Target> taken = new HashSet<>();

  SiteCount(Watched watched, Site site, boolean direct) {
    this.watched = watched;
    this.site = site;
    this.direct = direct;
    this.othersBefore = site.counter.others.sum();
    watched.receivers().forEach(this::receiver);
  }

  /** Counts calls on one more receiver. */
  void receiver(WeakReference<Object> reference) {
    targets.add(new DoorZoom.Target(reference));
  }

  /** Calls whose receiver was the container or a view of it. */
  long byIdentity() {
    long sum = 0;
    for (DoorZoom.Target target : targets) {
      sum += target.calls.sum();
    }
    return sum;
  }

  /** Calls that found an entry, or -1 where none has told so and they cannot be told apart. */
  long found() {
    long sum = 0;
    for (DoorZoom.Target target : targets) {
      sum += target.found.sum();
    }
    return site.use.asks() && site.tells ? sum : -1;
  }

  /** The calls, by identity where that can be told. */
  long calls() {
    long counted = byIdentity();
    return direct || counted > 0 ? counted : site.counter.others.sum() - othersBefore;
  }

  /**
   * An object whose method inserted here, once for each receiver; null when there is no new one.
   */
  Object takeInserter() {
    for (DoorZoom.Target target : targets) {
      WeakReference<Object> inserter = target.inserter;
      if (inserter != null && taken.add(target)) {
        return inserter.get();
      }
    }
    return null;
  }

  Watched watched() {
    return watched;
  }

  Site site() {
    return site;
  }

  List<DoorZoom.Target> targets() {
    return targets;
  }
}
