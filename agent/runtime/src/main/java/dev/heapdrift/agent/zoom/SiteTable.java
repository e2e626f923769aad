package dev.heapdrift.agent.zoom;

import dev.heapdrift.hooks.DoorZoom;
import dev.heapdrift.snapshot.Frame;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Numbers the sites, and tells the door. At most {@link #MOST} at a time. No number is ever given
 * to another site: a method that has been running since before its class was restored still counts
 * by it.
 */
final class SiteTable {
  /** Sites at a time. */
  static final int MOST = 512;

  /** Sites in the life of a JVM: what one instruction can say. */
  private static final int MOST_NUMBERS = Short.MAX_VALUE;

  private final TreeMap<Integer, Site> sites = new TreeMap<>();
  private int next;
  private long refused;

  /** A new site, or null when there is no room. */
  Site create(Frame frame, String callee, Use use) {
    if (sites.size() >= MOST || next >= MOST_NUMBERS) {
      refused++;
      return null;
    }
    Site site = new Site(next++, frame, callee, use);
    sites.put(site.number, site);
    return site;
  }

  /** Gives up a site: no class calls it any more. */
  void free(Site site) {
    sites.remove(site.number);
  }

  /** Tells the door the sites as they are now. */
  void publish() {
    DoorZoom.Site[] all = new DoorZoom.Site[sites.isEmpty() ? 0 : sites.lastKey() + 1];
    for (Map.Entry<Integer, Site> numbered : sites.entrySet()) {
      all[numbered.getKey()] = numbered.getValue().counter;
    }
    DoorZoom.sites(all);
  }

  void forEach(Consumer<Site> each) {
    sites.values().forEach(each);
  }

  /** Sites that found no room. */
  long refused() {
    return refused;
  }
}
