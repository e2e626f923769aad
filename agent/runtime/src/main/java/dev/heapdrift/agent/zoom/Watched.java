package dev.heapdrift.agent.zoom;

import dev.heapdrift.agent.owner.Jdk;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.ZoomFacts;
import dev.heapdrift.snapshot.ZoomFacts.Access;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A container under the zoom, the receivers through which it is used, and its counts. */
final class Watched {
  /** Views of one container; each costs a comparison at each of its sites. */
  private static final int MOST_RECEIVERS = 4;

  private final long id;
  private final WeakReference<Object> container;
  private final ContainerCalls calls;
  private final GrowthPlan plan;
  private final List<WeakReference<Object>> receivers = new ArrayList<>();
  private final List<SiteCount> counts = new ArrayList<>();
  private final Map<SiteCount, Frame> inserters = new LinkedHashMap<>();
  private final long sinceMillis;
  private long lastRiseMillis;
  private long readBefore;

  Watched(ZoomCandidate candidate, GrowthPlan plan, long nowMillis) {
    this.sinceMillis = nowMillis;
    this.id = candidate.id();
    this.container = candidate.container();
    this.calls = new ContainerCalls(candidate.type());
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

  /** Tells whose counterpart is counted there. */
  void counterpart(Frame inserter, SiteCount executions) {
    inserters.putIfAbsent(executions, inserter);
  }

  /** What was counted so far, most frequent first. */
  ZoomCounts counted() {
    List<InsertionSite> insertions = new ArrayList<>();
    List<AccessSite> accesses = new ArrayList<>();
    List<Counterpart> counterparts = new ArrayList<>();
    for (SiteCount count : counts) {
      Site site = count.site();
      long calls = count.calls();
      switch (site.use) {
        case INSERTION -> insertions.add(new InsertionSite(site.frame, site.callee, calls));
        case LOOKUP -> accesses.add(access(count, calls, Access.LOOKUP));
        case REMOVAL -> accesses.add(access(count, calls, Access.REMOVAL));
        case COUNTERPART ->
            counterparts.add(new Counterpart(inserters.get(count), site.frame, calls));
      }
    }
    insertions.removeIf(site -> site.count() == 0);
    insertions.sort(Comparator.comparingLong(InsertionSite::count).reversed());
    accesses.sort(Comparator.comparingLong(AccessSite::calls).reversed());
    return new ZoomCounts(insertions, new ZoomFacts(sinceMillis, accesses, counterparts));
  }

  private static AccessSite access(SiteCount count, long calls, Access access) {
    return new AccessSite(count.site().frame, count.site().callee, access, calls, count.found());
  }

  /** Calls on this very container since the last look; more than 0 means it is alive. */
  long usedSinceLastRead() {
    long now = 0;
    for (SiteCount count : counts) {
      now += count.byIdentity();
    }
    long since = now - readBefore;
    readBefore = now;
    return since;
  }

  /** An object whose method was seen to insert and that was not asked for before, or null. */
  Object takeInserter() {
    for (SiteCount count : counts) {
      Object inserter = count.takeInserter();
      if (inserter != null) {
        return inserter;
      }
    }
    return null;
  }

  boolean dead() {
    return container.refersTo(null);
  }

  long id() {
    return id;
  }

  ContainerCalls calls() {
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
