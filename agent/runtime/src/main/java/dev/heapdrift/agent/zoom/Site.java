package dev.heapdrift.agent.zoom;

import dev.heapdrift.hooks.Door;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.List;

/** A line that calls an inserting method, and who is counted there. */
final class Site {
  final int number;
  final Frame frame;
  final String callee;
  final Door.ZoomSite counter = new Door.ZoomSite();
  private final List<SiteCount> counts = new ArrayList<>();

  /** Calls of one method in one line are one site. */
  record Key(String method, int line, String callee) {}

  Site(int number, Frame frame, String callee) {
    this.number = number;
    this.frame = frame;
    this.callee = callee;
  }

  /** Counts for a container here from now on, unless that is done already. */
  void count(Watched watched, boolean direct) {
    for (SiteCount count : counts) {
      if (count.watched() == watched) {
        return;
      }
    }
    SiteCount count = new SiteCount(watched, this, direct);
    counts.add(count);
    watched.add(count);
    publish();
  }

  /** Counts for a container no longer. */
  void forget(Watched watched) {
    counts.removeIf(count -> count.watched() == watched);
    publish();
  }

  /** Tells the door the receivers to look for. */
  void publish() {
    List<Door.Target> targets = new ArrayList<>();
    counts.forEach(count -> targets.addAll(count.targets()));
    counter.watch(targets.toArray(Door.Target[]::new));
  }

  /** Containers that are counted here. */
  List<Watched> watched() {
    return counts.stream().map(SiteCount::watched).toList();
  }
}
