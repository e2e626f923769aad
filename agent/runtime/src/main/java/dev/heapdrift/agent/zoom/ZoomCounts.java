package dev.heapdrift.agent.zoom;

import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ZoomFacts;
import java.util.List;

/**
 * What the zoom has counted for one container.
 *
 * @param insertions insertion calls by site, most frequent first
 * @param facts the other calls; null when the container was never zoomed
 */
public record ZoomCounts(List<InsertionSite> insertions, ZoomFacts facts) {

  /** For a container that was never zoomed. */
  public static final ZoomCounts NONE = new ZoomCounts(List.of(), null);

  /** Copies the list. */
  public ZoomCounts {
    insertions = List.copyOf(insertions);
  }
}
