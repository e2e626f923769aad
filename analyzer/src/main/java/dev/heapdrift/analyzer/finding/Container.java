package dev.heapdrift.analyzer.finding;

import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

  /** What the JVM adds to the name of a hidden class: one call site has many in its life. */
  private static final Pattern HIDDEN =
      Pattern.compile("(\\$\\$Lambda)?(\\$\\d+)?/(0x)?[0-9a-f]+$");

  /** Copies the list; hidden classes of one declaring class are one element class. */
  public Container {
    elements = merged(elements);
  }

  private static List<ElementShare> merged(List<ElementShare> elements) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (ElementShare element : elements) {
      String type = HIDDEN.matcher(element.type()).replaceFirst("$1");
      shares.merge(type, element.share(), Double::sum);
    }
    return shares.entrySet().stream()
        .map(share -> new ElementShare(share.getKey(), Math.min(1, share.getValue())))
        .sorted(Comparator.comparingDouble(ElementShare::share).reversed())
        .toList();
  }
}
