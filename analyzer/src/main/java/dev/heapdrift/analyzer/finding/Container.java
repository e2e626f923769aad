package dev.heapdrift.analyzer.finding;

import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import java.util.List;

/**
 * The container a finding is about, or the group of siblings that one field declaration holds.
 *
 * @param type class of the container
 * @param owner printed path to it, or null when the walk has not found it
 * @param holder the field that holds it, or null
 * @param size entries at the end of the observation, summed over the siblings; -1 when never read
 * @param members how many containers the finding stands for, at least 1
 * @param elements sampled element classes, largest share first; empty when not sampled
 */
public record Container(
    String type, String owner, String holder, long size, int members, List<ElementShare> elements) {

  /** Copies the list. */
  public Container {
    elements = List.copyOf(elements);
  }
}
