package dev.heapdrift.agent.zoom;

import dev.heapdrift.agent.owner.Jdk;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A container under the zoom, the receivers through which it is filled, and its counts. */
final class Watched {
  /** Views of one container; each costs a comparison at each of its sites. */
  private static final int MOST_RECEIVERS = 4;

  private final long id;
  private final WeakReference<Object> container;
  private final InsertingCalls calls;
  private final GrowthPlan plan;
  private final List<WeakReference<Object>> receivers = new ArrayList<>();
  private final List<SiteCount> counts = new ArrayList<>();
  private long lastRiseMillis;
  private long readBefore;

  Watched(ZoomCandidate candidate, GrowthPlan plan) {
    this.id = candidate.id();
    this.container = candidate.container();
    this.calls = new InsertingCalls(candidate.type());
    this.plan = plan;
    this.lastRiseMillis = candidate.lastRiseMillis();
    receivers.add(container);
    for (WeakReference<Object> wrapper : candidate.wrappers()) {
      Object around = wrapper.get(); // found from a root by the last walk
      if (around != null && Jdk.declares(around.getClass())) {
        receivers.add(wrapper);
      }
    }
  }

  /** Counts calls on a view of the container too, at all its sites. */
  void receiver(WeakReference<Object> view) {
    if (receivers.size() < MOST_RECEIVERS) {
      receivers.add(view);
      for (SiteCount count : counts) {
        count.receiver(view);
        count.site().publish();
      }
    }
  }

  void add(SiteCount count) {
    counts.add(count);
  }

  /** Stops counting everywhere. */
  void release() {
    counts.forEach(count -> count.site().forget(this));
  }

  void rose(long millis) {
    lastRiseMillis = Math.max(lastRiseMillis, millis);
  }

  long lastRiseMillis() {
    return lastRiseMillis;
  }

  /** Insertions by site, most frequent first. */
  List<InsertionSite> insertions() {
    List<InsertionSite> sites = new ArrayList<>();
    for (SiteCount count : counts) {
      long insertions = count.insertions();
      if (insertions > 0) {
        sites.add(new InsertionSite(count.site().frame, count.site().callee, insertions));
      }
    }
    sites.sort(Comparator.comparingLong(InsertionSite::count).reversed());
    return sites;
  }

  /** Insertions into this very container since the last call. */
  long insertedSinceLastRead() {
    long now = 0;
    for (SiteCount count : counts) {
      now += count.byIdentity();
    }
    long since = now - readBefore;
    readBefore = now;
    return since;
  }

  boolean dead() {
    return container.refersTo(null);
  }

  long id() {
    return id;
  }

  InsertingCalls calls() {
    return calls;
  }

  GrowthPlan plan() {
    return plan;
  }

  List<WeakReference<Object>> receivers() {
    return receivers;
  }

  boolean is(Object object) {
    return container.refersTo(object);
  }
}
