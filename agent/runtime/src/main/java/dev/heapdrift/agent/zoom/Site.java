package dev.heapdrift.agent.zoom;

import dev.heapdrift.hooks.DoorZoom;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that calls a method of a container, or a counterpart's entry; and who is counted there.
 */
final class Site {
  final int number;
  final Frame frame;
  final String callee;
  final Use use;
  final DoorZoom.Site counter = new DoorZoom.Site();
  private final List<SiteCount> counts = new ArrayList<>();

  /** Whether the result of a call here says if there was an entry. */
  boolean tells;

  /** Calls of one method in one line are one site. */
  record Key(String method, int line, String callee) {
    /** Stands for the called method where the site is the entry of the method itself. */
    private static final String ENTRY = "";

    static Key entry(String method, int line) {
      return new Key(method, line, ENTRY);
    }
  }

  Site(int number, Frame frame, String callee, Use use) {
    this.number = number;
    this.frame = frame;
    this.callee = callee;
    this.use = use;
  }

  /** Counts for a container here from now on, unless that is done already. */
  SiteCount count(Watched watched, boolean direct) {
    for (SiteCount count : counts) {
      if (count.watched() == watched) {
        return count;
      }
    }
    SiteCount count = new SiteCount(watched, this, direct);
    counts.add(count);
    watched.add(count);
    publish();
    return count;
  }

  /** Counts for a container no longer. */
  void forget(Watched watched) {
    counts.removeIf(count -> count.watched() == watched);
    publish();
  }

  /** Tells the door the receivers to look for. */
  void publish() {
    List<DoorZoom.Target> targets = new ArrayList<>();
    counts.forEach(count -> targets.addAll(count.targets()));
    counter.watch(targets.toArray(DoorZoom.Target[]::new));
  }

  /** Containers that are counted here. */
  List<Watched> watched() {
    return counts.stream().map(SiteCount::watched).toList();
  }
}
