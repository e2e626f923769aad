package dev.heapdrift.agent.alloc;

import dev.heapdrift.agent.survivors.SurvivorSample;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the flight recorder saw alive, by where it was made: it also samples what a site without a
 * hook makes. Immutable.
 */
final class Survivals {

  /** The site is among so many frames: the JDK makes arrays and copies in methods of its own. */
  private static final int FRAMES = 4;

  private final Map<Place, List<SurvivorSample>> places = new HashMap<>();

  private record Place(String className, String method, int line) {}

  Survivals(List<SurvivorSample> samples) {
    for (SurvivorSample sample : samples) {
      for (Frame frame : sample.stack().subList(0, Math.min(FRAMES, sample.stack().size()))) {
        Place place = new Place(frame.className(), frame.methodName(), frame.line());
        places.computeIfAbsent(place, p -> new ArrayList<>()).add(sample);
      }
    }
  }

  /** Samples that the site may have made after one JVM uptime and before another, in ms. */
  long madeBetween(long fromMillis, long toMillis, AllocationSite site) {
    return places
        .getOrDefault(new Place(site.className(), site.method(), site.line()), List.of())
        .stream()
        .filter(sample -> site.type() == null || site.type().equals(sample.type()))
        .filter(s -> s.allocatedMillis() > fromMillis && s.allocatedMillis() < toMillis)
        .count();
  }
}
